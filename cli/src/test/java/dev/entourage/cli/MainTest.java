package dev.entourage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MainTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int execute(String... args) {
    CommandLine commandLine = Main.commandLine();
    commandLine.setOut(new PrintWriter(out, true));
    commandLine.setErr(new PrintWriter(err, true));
    return commandLine.execute(args);
  }

  @Test
  void helpListsEveryCommand() {
    assertThat(execute("--help")).isZero();
    assertThat(out.toString())
        .contains("run ", "explain ", "worker ", "members ", "classpath ", "doctor ", "keygen ");
  }

  @Test
  void versionNamesOursAndJavas() {
    assertThat(execute("--version")).isZero();
    assertThat(out.toString())
        .containsPattern("entourage \\d+\\.\\d+")
        .contains("Java " + Runtime.version());
  }

  @Test
  void unknownCommandIsAnsweredWithTheNearestOne() {
    assertThat(execute("docter")).isEqualTo(2);
    assertThat(err.toString()).contains("Did you mean: entourage doctor");
  }

  @Test
  void runSaysThatTheLauncherDoesIt() {
    assertThat(execute("run", "Foo.java")).isEqualTo(2);
    assertThat(err.toString()).contains("./entourage run Foo.java");
    assertThat(execute("explain", "Foo.java")).isEqualTo(2);
    assertThat(err.toString()).contains("./entourage explain Foo.java");
  }

  @Test
  void aWorkerNeedsItsCluster() {
    assertThat(execute("worker", "--workers", "2")).isEqualTo(2);
    assertThat(err.toString()).contains("Missing required option: '--cluster=FILE'");
    assertThat(execute("worker", "--help")).isZero();
    assertThat(out.toString()).contains("--workers=N", "--tls=FILE", "--trust=FILE");
  }

  @Test
  void membersAreAskedAsADriverAsks(@TempDir Path folder) throws IOException {
    assertThat(execute("members")).isEqualTo(2);
    assertThat(err.toString()).contains("Missing required option: '--cluster=FILE'");
    Path file = Files.writeString(folder.resolve("c.properties"), "clusterName=x\n");
    assertThat(execute("members", "--cluster", file.toString(), "-o", "colour=red")).isEqualTo(1);
    assertThat(err.toString()).contains("colour");
  }

  @Test
  void keygenPrintsTheLineForOthersAndNothingElse(@TempDir Path folder) throws IOException {
    Path key = folder.resolve("keys/a");
    assertThat(execute("keygen", "--out", key.toString(), "--name", "anna")).isZero();
    assertThat(out.toString())
        .matches("ed25519 [A-Za-z0-9+/=]+ anna\\R")
        .isEqualToNormalizingNewlines(Files.readString(Path.of(key + ".pub")));
    assertThat(err.toString()).contains(key.toString(), "option key");
    String first = Files.readString(key);

    assertThat(execute("keygen", "--out", key.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("--force");
    assertThat(Files.readString(key)).isEqualTo(first);
    assertThat(execute("keygen", "--out", key.toString(), "--force")).isZero();
    assertThat(Files.readString(key)).isNotEqualTo(first);
  }

  @Test
  void classPathPrintsNothingElse() {
    assertThat(execute("classpath")).isZero();
    assertThat(out.toString()).isEqualTo(ClassPath.text() + System.lineSeparator());
  }

  @Test
  void doctorFindsWhatShipsAndHearsAWorker() {
    assertThat(execute("doctor")).as(out.toString()).isZero();
    assertThat(out.toString())
        .contains(System.getProperty("java.version"), "PoolEngine", "processes", "Class path")
        .containsPattern("Worker +fory +process \\d+ answered")
        .containsPattern(" fst +process \\d+ answered")
        .containsPattern(" kryo +process \\d+ answered")
        .containsPattern(" protostuff +process \\d+ answered");
  }
}
