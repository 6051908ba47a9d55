package dev.entourage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entourage.cli.LauncherFixture.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class LauncherSetUpTest {

  @TempDir private Path folder;

  private LauncherFixture launcher;
  private String script;

  @BeforeEach
  void makeTree() throws IOException {
    launcher = new LauncherFixture(folder);
    script = launcher.script("Hello.java", "class Hello {}").toString();
  }

  @Test
  void refusesToRunWithoutJava() throws Exception {
    launcher.without("JAVA_HOME");
    assertRefused(launcher.run("run", script), "Install a JDK 17 or newer");
  }

  @Test
  void refusesAJavaHomeWithoutJava() throws Exception {
    launcher.with("JAVA_HOME", "/nowhere");
    assertRefused(launcher.run("run", script), "JAVA_HOME=/nowhere");
  }

  @Test
  void refusesAnOlderJavaAndNamesIt() throws Exception {
    launcher.with("JAVA_HOME", launcher.fakeJava("JAVA_VERSION=\"11.0.2\"").toString());
    assertRefused(launcher.run("run", script), "version=11.0.2");
    launcher.with("JAVA_HOME", launcher.fakeJava("JAVA_VERSION=\"1.8.0_402\"").toString());
    assertRefused(launcher.run("run", script), "version=1.8.0_402");
  }

  @Test
  void refusesAJreSinceItCanNotCompile() throws Exception {
    Path jre = launcher.fakeJava("JAVA_VERSION=\"21\"", "MODULES=\"java.base java.logging\"");
    launcher.with("JAVA_HOME", jre.toString());
    assertRefused(launcher.run("run", script), "this Java has no compiler: home=" + jre);
  }

  @Test
  void takesEarlyAccessVersions() throws Exception {
    Path java = launcher.fakeJava("JAVA_VERSION=\"27-ea\"", "MODULES=\"java.base jdk.compiler\"");
    launcher.with("JAVA_HOME", java.toString());
    assertThat(launcher.run("run", script).out()).startsWith("fake java ");
  }

  @Test
  void startsNoBuildWhenNothingChanged() throws Exception {
    launcher.tool("mvn", "exit 1");
    assertThat(launcher.run("run", script).err()).doesNotContain("building");
  }

  @Test
  void buildsWhenASourceIsNewerAndSaysSoInOneLine() throws Exception {
    launcher.with("JAVA_HOME", fakeJdk()).tool("mvn", "echo chatter", "echo \"$@\" > called");
    launcher.stale();
    Outcome outcome = launcher.run("run", script);
    assertThat(outcome.err()).startsWith("entourage: building what is missing").hasLineCount(1);
    assertThat(outcome.out()).startsWith("fake java ");
    assertThat(launcher.folder().resolve("source tree/called"))
        .content()
        .contains("package -pl cli -am");
  }

  @Test
  void showsMavensWordsWhenTheBuildFails() throws Exception {
    launcher.stale().tool("mvn", "echo '[ERROR] it broke here'", "exit 1");
    Outcome outcome = launcher.run("run", script);
    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.err()).contains("[ERROR] it broke here", "entourage: the build failed");
    assertThat(outcome.out()).isEmpty();
  }

  @Test
  void asksForMavenOnlyWhenItMustBuild() throws Exception {
    launcher.stale();
    assertRefused(launcher.run("run", script), "Install Maven 3.8 or newer");
  }

  @Test
  void preparesEachJavaOnce() throws Exception {
    Files.delete(launcher.archive("unknown"));
    launcher.with("JAVA_HOME", fakeJdk());
    assertThat(launcher.run("run", script).err()).isEmpty();
    FileTime made = Files.getLastModifiedTime(launcher.archive("unknown"));
    assertThat(launcher.run("run", script).err()).isEmpty();
    assertThat(Files.getLastModifiedTime(launcher.archive("unknown"))).isEqualTo(made);
  }

  @Test
  void usesTheArchiveThatWasMade() throws Exception {
    Files.writeString(launcher.archive("unknown"), "archive");
    launcher.with("JAVA_HOME", fakeJdk());
    assertThat(launcher.run("run", script).out())
        .contains("-XX:SharedArchiveFile=" + launcher.archive("unknown"));
  }

  @Test
  void startsScriptsWithOurAgent() throws Exception {
    launcher.with("JAVA_HOME", fakeJdk()).jars("lib/one.jar:lib/entourage-agent-1.0.jar");
    Path agent = launcher.folder().resolve("source tree/cli/target/lib/entourage-agent-1.0.jar");
    assertThat(launcher.run("run", script).out())
        .contains(" -javaagent:" + agent + " ")
        .contains("/one.jar:" + agent);
  }

  private String fakeJdk() throws IOException {
    return launcher
        .fakeJava("JAVA_VERSION=\"17\"", "MODULES=\"java.base jdk.compiler\"")
        .toString();
  }

  private static void assertRefused(Outcome outcome, String message) {
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).startsWith("entourage: ").contains(message).hasLineCount(1);
  }
}
