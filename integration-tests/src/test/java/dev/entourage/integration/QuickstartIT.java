package dev.entourage.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a new user does first. */
class QuickstartIT {

  private static final Pattern WORKER = Pattern.compile("process (\\d+) read \\d+ texts: .*");
  private static final Pattern ME = Pattern.compile("process (\\d+), your own, read 0 texts");

  /** The first run with a Java makes an archive for it. */
  private static final String ONCE = "entourage: preparing Java \\S+ to start quickly, once";

  @TempDir Path elsewhere;

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.entourage.integration.Jdks#all")
  void runsThroughTheLauncherFromAnotherFolder(Jdk jdk) {
    String launcher = Product.TOP.resolve("entourage").toString();
    String script = Product.example("Quickstart").toString();
    DriverRun run =
        new DriverProgram(List.of(launcher, "run", script), elsewhere).withJavaHome(jdk).run();

    assertThat(run.exitCode()).as("%s", run).isZero();
    assertThat(run.leftBehind()).isEmpty();
    assertThat(run.err()).allMatch(line -> line.matches(ONCE));
    List<String> workers = pids(WORKER, run);
    List<String> me = pids(ME, run);
    assertThat(me).as("%s", run).hasSize(1);
    assertThat(workers).as("%s", run).hasSizeBetween(1, 2).doesNotContainAnyElementsOf(me);
    assertThat(run.out())
        .anyMatch(line -> line.matches("process \\d+ counted \\d{4,} classes in java\\.base"));
    assertThat(elsewhere).isEmptyDirectory();
  }

  private static List<String> pids(Pattern line, DriverRun run) {
    return run.out().stream()
        .map(line::matcher)
        .filter(Matcher::matches)
        .map(match -> match.group(1))
        .toList();
  }
}
