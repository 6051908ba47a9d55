package dev.entourage.transport.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class QuietVertxTest {

  @Test
  void aProcessPoolPrintsNothingLeavesNoFilesAndDoesNotHoldTheJvm(@TempDir Path folder)
      throws Exception {
    Path err = folder.resolve("err");
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                QuietDriver.class.getName())
            .directory(temporary.toFile())
            .redirectError(err.toFile())
            .start();
    String out = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(program.waitFor()).isZero();
    assertThat(out).as("the frame, and what keeps the JVM alive").isEqualTo("42 [main]");
    assertThat(err).isEmptyFile();
    assertThat(list(temporary)).isEmpty();
  }

  private static java.util.List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
