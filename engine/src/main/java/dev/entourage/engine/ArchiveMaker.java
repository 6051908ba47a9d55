package dev.entourage.engine;

import dev.entourage.Workers;
import dev.entourage.spi.SerializationBackend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A program that makes the archive of workers: a driver of its own, whose one worker does a
 * rehearsal and writes down at its end which classes that took. So no class and no name of the
 * user's gets into the archive, and no worker of the user's is held up by writing it.
 *
 * @since 0.1
 */
public final class ArchiveMaker {

  /** For how long it may be at work, in seconds; two are usual. */
  private static final long LIMIT = 60;

  private ArchiveMaker() {}

  /** Starts the program; nobody waits for it, it says nothing, and needs nothing of the user's. */
  static void start(SerializationBackend backend, ArchiveFile file) throws IOException {
    List<String> command = new ArrayList<>(List.of(WorkerCommand.java()));
    command.addAll(List.of("-XX:-UsePerfData", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-Xmx256m", "-D" + WorkerArchive.PROPERTY + "=off"));
    command.addAll(backend.jvmOptions());
    command.addAll(List.of("-cp", WorkerClassPath.withEngine(backend)));
    command.addAll(List.of(ArchiveMaker.class.getName(), backend.id()));
    command.addAll(List.of(file.folder().toString(), file.key()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.directory(file.folder().toFile());
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.start().getOutputStream().close();
  }

  /**
   * Makes an archive.
   *
   * @param arguments the backend's id, the folder, and the archive's key
   * @throws IOException when the folder can't be written to
   */
  public static void main(String[] arguments) throws IOException {
    Clock.after(LIMIT, TimeUnit.SECONDS, () -> Runtime.getRuntime().halt(1));
    ArchiveFile file = new ArchiveFile(Path.of(arguments[1]), arguments[2]);
    Path made = Files.createTempFile(file.folder(), file.key() + ".", ".part");
    try {
      // The JVM wants to make the file itself.
      Files.delete(made);
      SerializationBackend backend = Choice.backend(Optional.of(arguments[0]));
      rehearse(backend, made);
      if (!isWhole(backend, made)) {
        Files.deleteIfExists(made);
      }
      file.offer(made);
      file.sweep();
    } finally {
      Files.deleteIfExists(made);
      file.unclaim();
    }
  }

  /**
   * The worker may have died while it wrote: a JVM that insists on the archive looks through it.
   */
  private static boolean isWhole(SerializationBackend backend, Path made) throws IOException {
    List<String> command = new ArrayList<>(List.of(WorkerCommand.java()));
    command.addAll(List.of("-XX:SharedArchiveFile=" + made, "-Xshare:on"));
    command.addAll(List.of("-XX:+VerifySharedSpaces", "-XX:-CreateCoredumpOnCrash"));
    command.addAll(List.of("-XX:ErrorFile=/dev/null", "-cp", WorkerClassPath.of(backend)));
    command.add("-version");
    Process look =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    return ProcessEnd.await(look, LIMIT) == 0;
  }

  private static void rehearse(SerializationBackend backend, Path made) {
    try (Workers workers =
        PoolEngine.over(new ProcessesTransport())
            .processes(1)
            .backend(backend.id())
            .byValue(Rehearsal.class.getPackageName())
            .jvmOptions(WorkerCommand.DUMP + made)
            .build()) {
      workers.submit(Rehearsal.make()).join();
      workers.submit(Rehearsal.make()).join();
    }
  }
}
