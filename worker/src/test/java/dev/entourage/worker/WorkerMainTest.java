package dev.entourage.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worker's JVM whose host has taken its socket away. */
class WorkerMainTest {

  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin/java").toString();

  @TempDir Path folder;

  @Test
  void workerWhoseHostHasGoneEndsWithoutAWord() throws Exception {
    Process worker = start();
    try (OutputStream host = worker.getOutputStream()) {
      tellWhereToConnect(host, folder.resolve("gone"));
    }

    assertThat(words(worker)).isEmpty();
    assertThat(worker.exitValue()).isZero();
  }

  /** As a host that was killed leaves it: nobody listens at its socket any more. */
  @Test
  void workerRemovesWhatAHostThatDiedHasLeftBehind() throws Exception {
    Path memory = Files.createFile(folder.resolve("memory"));
    DoorFiles left = new DoorFiles(Files.createDirectory(folder.resolve("door")));
    Files.createSymbolicLink(left.letters(), memory);
    Files.createFile(left.socket());
    Process worker = start();
    try (OutputStream host = worker.getOutputStream()) {
      tellWhereToConnect(host, left.socket());
    }

    assertThat(words(worker)).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void workerThatCanNotReachItsHostSaysSo() throws Exception {
    Process worker = start();
    try (OutputStream host = worker.getOutputStream()) {
      tellWhereToConnect(host, folder.resolve("gone"));

      assertThat(words(worker)).contains("SocketException");
      assertThat(worker.exitValue()).isNotZero();
    }
  }

  private static Process start() throws IOException {
    return new ProcessBuilder(
            JAVA, "-cp", System.getProperty("java.class.path"), WorkerMain.class.getName())
        .redirectErrorStream(true)
        .start();
  }

  private static void tellWhereToConnect(OutputStream host, Path socket) throws IOException {
    UnixDomainSocketAddress nobody = UnixDomainSocketAddress.of(socket);
    host.write(new Setup(Secret.fresh(), nobody).toLine().getBytes(StandardCharsets.UTF_8));
    host.flush();
  }

  /** Returns what it prints until its end. */
  private static String words(Process worker) throws Exception {
    try {
      String words = new String(worker.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(worker.waitFor(1, TimeUnit.MINUTES)).isTrue();
      return words;
    } finally {
      worker.destroyForcibly();
    }
  }
}
