package dev.entourage.engine;

import dev.entourage.spi.SerializationBackend;
import dev.entourage.worker.CommonPoolThreads;
import dev.entourage.worker.WorkerMain;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The command line and the environment of a session's worker JVMs. */
final class WorkerCommand {

  /** The option of a JVM that writes an archive when it ends. */
  static final String DUMP = "-XX:ArchiveClassesAtExit=";

  /** The option of a JVM that writes what it has recorded when it ends. */
  private static final String RECORD = "-XX:StartFlightRecording";

  private static final List<String> ALWAYS =
      List.of(
          // After an OutOfMemoryError not even a string can be made; see the facts on leaks.
          "-XX:+ExitOnOutOfMemoryError",
          // No file in the temporary folder for each worker.
          "-XX:-UsePerfData",
          // Two of 39 forms of lambdas can't be rebuilt without it.
          "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED",
          "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
              + CommonPoolThreads.class.getName(),
          // The host reads what workers print; 17 knows the second pair, 19 and newer the first.
          "-Dstdout.encoding=UTF-8",
          "-Dstderr.encoding=UTF-8",
          "-Dsun.stdout.encoding=UTF-8",
          "-Dsun.stderr.encoding=UTF-8");

  /**
   * Every five seconds a worker gives the memory back that its JIT compiler has freed: 7 MB of an
   * idle one's 65 on 25, and 2 of 52 on 17, where updates differ in whether they know the option.
   * Where the C library can't do it, the JVM would print a warning.
   */
  private static final List<String> TRIM =
      List.of("-XX:TrimNativeHeapInterval=5000", "-Xlog:trimnative=off");

  /** The first Java of which each update knows the option. */
  private static final int TRIMS = 22;

  /** Each makes a JVM print a line when it starts. */
  private static final List<String> NOISY =
      List.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS");

  private WorkerCommand() {}

  static ProcessBuilder of(
      List<String> jvmOptions,
      Optional<Map<String, String>> environment,
      SerializationBackend backend,
      WorkerArchive archive) {
    List<String> command = new ArrayList<>();
    command.add(java());
    command.addAll(ALWAYS);
    command.addAll(Runtime.version().feature() < TRIMS ? List.of() : TRIM);
    command.addAll(archive.options());
    command.addAll(backend.jvmOptions());
    command.addAll(jvmOptions);
    command.addAll(List.of("-cp", WorkerClassPath.of(backend), WorkerMain.class.getName()));
    ProcessBuilder builder = new ProcessBuilder(command);
    setEnvironment(builder.environment(), environment);
    return builder;
  }

  /** Says whether a JVM with this option needs more time to end. */
  static boolean writesAtExit(String option) {
    return option.startsWith(DUMP) || option.startsWith(RECORD);
  }

  /** The launcher of this JVM's Java. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static void setEnvironment(
      Map<String, String> environment, Optional<Map<String, String>> instead) {
    environment.keySet().removeAll(NOISY);
    instead.ifPresent(
        only -> {
          environment.clear();
          environment.putAll(only);
        });
  }
}
