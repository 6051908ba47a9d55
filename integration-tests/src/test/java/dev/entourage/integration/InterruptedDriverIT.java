package dev.entourage.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Ctrl-C while tasks run: a driver ends at once with its workers, silently, and leaves nothing. A
 * terminal sends the signal to all processes of its group, the workers among them; {@code kill}
 * sends it to one.
 */
class InterruptedDriverIT {

  /** 128, and the number of the signal. */
  private static final int INTERRUPTED = 130;

  /** What was started in the background ignores the signal, and so would its children. */
  private static final List<String> AS_IN_A_TERMINAL = List.of("env", "--default-signal=INT");

  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.entourage.integration.Jdks#all")
  void signalToTheWholeGroup(Jdk jdk) throws Exception {
    interrupt(script(jdk), "-");
  }

  @Test
  void signalToTheDriver() throws Exception {
    interrupt(script(Jdks.running()), "");
  }

  @Test
  void signalToTheWholeGroupOfTheLauncher() throws Exception {
    String launcher = Product.TOP.resolve("entourage").toString();
    String script = Product.driver("BusyDriver").toString();
    List<String> command = List.of(launcher, "run", script, "kryo", "spin");
    interrupt(new DriverProgram(command, Product.MODULE).withJavaHome(Jdks.running()), "-");
  }

  private DriverProgram script(Jdk jdk) {
    return DriverProgram.script(jdk, Product.driver("BusyDriver"), "kryo", "spin")
        .withOptions("-Djava.io.tmpdir=" + folder);
  }

  private void interrupt(DriverProgram program, String group) throws Exception {
    try (Driver driver = inAGroup(program).start()) {
      driver.await("ready"::equals);
      // Java 25 itself has a word to say where a JVM is interrupted that has hardly begun.
      driver.await("[w1] spinning"::equals);
      driver.await("[w2] spinning"::equals);
      signal(group + driver.process().pid());
      DriverRun run = driver.finish(Driver.GRACE);

      assertThat(run.exitCode()).as("%s", run).isEqualTo(INTERRUPTED);
      assertThat(run.err()).as("%s", run).isEmpty();
      assertThat(run.out()).doesNotContain("after=[2, 4, 6]");
      assertThat(run.leftBehind()).isEmpty();
      assertThat(folder).isEmptyDirectory();
    }
  }

  /** Its group has the number of its process, as those that a shell starts in a terminal. */
  private static DriverProgram inAGroup(DriverProgram program) {
    List<String> command =
        Stream.of(AS_IN_A_TERMINAL, List.of("setsid"), program.command())
            .flatMap(List::stream)
            .toList();
    return new DriverProgram(command, program.workingDirectory(), program.environment());
  }

  private static void signal(String target) throws IOException, InterruptedException {
    Process kill = new ProcessBuilder("kill", "-INT", "--", target).start();
    assertThat(kill.waitFor()).isZero();
  }
}
