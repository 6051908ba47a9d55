package dev.entourage.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.entourage.cli.LauncherFixture.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class LauncherRunTest {

  private static final String[] ECHO = {
    "public class Echo {",
    "  public static void main(String[] args) throws Exception {",
    "    System.out.println(ProcessHandle.current().pid());",
    "    System.out.println(String.join(\"|\", args));",
    "    System.out.println(new String(System.in.readAllBytes()));",
    "    System.out.println(System.getProperty(\"java.class.path\"));",
    "    System.exit(7);",
    "  }",
    "}"
  };

  @TempDir private Path folder;

  private LauncherFixture launcher;

  @BeforeEach
  void makeTree() throws IOException {
    launcher = new LauncherFixture(folder);
  }

  @Test
  void becomesTheJvmOfTheScript() throws Exception {
    Path script = launcher.script("Echo.java", ECHO);
    Outcome outcome =
        launcher.start(launcher.launcher(), "input", "run", script.toString(), "a b", "");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.exitCode()).isEqualTo(7);
    assertThat(outcome.out().lines().toList())
        .startsWith(String.valueOf(outcome.pid()), "a b|", "input");
  }

  @Test
  void explainRunsTheScriptAndAsksForPlainTextWhereNoTerminalIs() throws Exception {
    Path script =
        launcher.script(
            "Asked.java",
            "public class Asked { public static void main(String[] args) {",
            "  System.out.println(\"asked=\" + System.getProperty(\"entourage.explain\"));",
            "  System.out.println(String.join(\"|\", args)); System.exit(7); } }");
    Outcome outcome = launcher.run("explain", script.toString(), "a b");
    assertThat(outcome.out().lines()).containsExactly("asked=", "a b");
    assertThat(outcome.exitCode()).isEqualTo(7);
    assertThat(launcher.run("run", script.toString()).out()).contains("asked=null");
  }

  @Test
  void asksForAProgressBarOnTerminalsOnly() throws Exception {
    Path script = asksFor("entourage.progress");
    assertThat(launcher.run("run", script.toString(), "x").out()).contains("asked=null x");
    launcher.with("TERM", "xterm");
    assertThat(onTerminal("run", script.toString(), "x")).contains("asked=73,out x");
    assertThat(onTerminal("run", script.toString(), "x", "> out.txt")).doesNotContain("asked");
    assertThat(launcher.folder().resolve("out.txt")).content().contains("asked=73 x");
    assertThat(onTerminal("explain", script.toString(), "x")).contains("asked=null x");
  }

  @Test
  void drawsNoProgressBarForThoseWhoSaidNo() throws Exception {
    Path script = asksFor("entourage.progress");
    launcher.with("TERM", "xterm");
    assertThat(onTerminal("run", "--no-progress", script.toString(), "x")).contains("asked=null x");
    launcher.with("NO_COLOR", "1");
    assertThat(onTerminal("run", script.toString(), "x")).contains("asked=null x");
    launcher.without("NO_COLOR").with("TERM", "dumb");
    assertThat(onTerminal("run", script.toString(), "x")).contains("asked=null x");
  }

  private Path asksFor(String property) throws IOException {
    return launcher.script(
        "Asked.java",
        "public class Asked { public static void main(String[] args) {",
        "  System.out.println(\"asked=\" + System.getProperty(\""
            + property
            + "\") + ' ' + args[0]);",
        "} }");
  }

  /** A pseudo terminal of 73 columns; returns what appears on it. */
  private String onTerminal(String... arguments) throws Exception {
    Path tool = Path.of("/usr/bin/script");
    assumeTrue(Files.isExecutable(tool), "There is no /usr/bin/script to make a terminal");
    launcher.tool("stty", "exec /usr/bin/stty \"$@\"");
    String command =
        "/usr/bin/stty cols 73; '" + launcher.launcher() + "' " + String.join(" ", arguments);
    Outcome outcome = launcher.start(tool, "", "-qec", command, "/dev/null");
    assertThat(outcome.exitCode()).as(outcome.out()).isZero();
    return outcome.out();
  }

  @Test
  void putsOurJarsBeforeThoseOfTheUser() throws Exception {
    Path script = launcher.script("Echo.java", ECHO);
    Outcome outcome = launcher.with("CLASSPATH", "mine.jar").run("run", script.toString());
    assertThat(outcome.out())
        .containsPattern("/source tree/cli/target/lib/one.jar:/.*/lib/two.jar:mine.jar");
  }

  @Test
  void aClusterBringsItsLibrariesAndBecomesTheDefault() throws Exception {
    Path script =
        launcher.script(
            "Asked.java",
            "public class Asked { public static void main(String[] args) {",
            "  for (String name : args) System.out.println(System.getProperty(name)); } }");
    Path file = launcher.script("a b.properties", "insecureLoopback=true");
    Path jar = launcher.clusterJar();
    String[] asked = {"entourage.transport", "entourage.cluster", "java.class.path"};

    Outcome outcome =
        launcher.run(
            "run", "--cluster", file.toString(), script.toString(), asked[0], asked[1], asked[2]);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out().lines()).startsWith("cluster", file.toString());
    assertThat(outcome.out()).contains("two.jar:" + jar);

    Outcome plain = launcher.run("run", script.toString(), asked[0], asked[1], asked[2]);
    assertThat(plain.out().lines()).startsWith("null", "null");
    assertThat(plain.out()).doesNotContain(jar.toString());
  }

  @Test
  void aClusterWithoutItsFileIsRefused() throws Exception {
    assertRefused(launcher.run("run", "--cluster"), "--cluster needs a file of properties");
    assertRefused(launcher.run("run", "--cluster", "no.properties", "A.java"), "no.properties");
    assertRefused(launcher.run("explain", "--cluster", "a", "A.java"), "only run takes --cluster");
  }

  @Test // D28
  void findsTheScriptFromWhereTheUserStands() throws Exception {
    launcher.script("Echo.java", ECHO);
    Path below = Files.createDirectory(launcher.folder().resolve("below"));
    assertThat(launcher.in(below).run("run", "../Echo.java").exitCode()).isEqualTo(7);
  }

  @Test
  void isFoundThroughSymlinks() throws Exception {
    Path script = launcher.script("Echo.java", ECHO);
    Path elsewhere = Files.createDirectory(launcher.folder().resolve("bin"));
    Path first = Files.createSymbolicLink(elsewhere.resolve("first"), launcher.launcher());
    Path second = Files.createSymbolicLink(elsewhere.resolve("second"), first.getFileName());
    Outcome outcome = launcher.start(second, "", "run", script.toString());
    assertThat(outcome.exitCode()).isEqualTo(7);
    assertThat(outcome.out()).contains("/source tree/cli/target/lib/one.jar");
  }

  @Test
  void findsJavaOnThePath() throws Exception {
    Path script = launcher.script("Echo.java", ECHO);
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Outcome outcome =
        launcher
            .without("JAVA_HOME")
            .tool("java", "exec '" + java + "' \"$@\"")
            .run("run", script.toString());
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.exitCode()).isEqualTo(7);
  }

  @Test
  void leavesCompileErrorsToJavac() throws Exception {
    Path script = launcher.script("Broken.java", "class Broken { int x = \"text\"; }");
    Outcome outcome = launcher.run("run", script.toString());
    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.err())
        .contains("Broken.java:1: error: incompatible types")
        .doesNotContain("entourage")
        .doesNotContain("\tat ");
  }

  @Test
  void refusesWhatIsNoScriptAndNamesTheFix() throws Exception {
    Path text = launcher.script("notes.txt", "notes");
    assertRefused(launcher.run("run"), "entourage run FILE.java [args]");
    assertRefused(launcher.run("explain"), "entourage explain FILE.java [args]");
    assertRefused(launcher.run("run", "-Xmx1g", "Echo.java"), "JDK_JAVA_OPTIONS: option=-Xmx1g");
    assertRefused(
        launcher.run("run", "Gone.java"), "file=Gone.java, looked for in " + launcher.folder());
    assertRefused(launcher.run("run", folder.toString()), "Name the .java file that holds main");
    assertRefused(launcher.run("run", text.toString()), "must end in .java: file=" + text);
  }

  private static void assertRefused(Outcome outcome, String message) {
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).startsWith("entourage: ").contains(message).hasLineCount(1);
  }
}
