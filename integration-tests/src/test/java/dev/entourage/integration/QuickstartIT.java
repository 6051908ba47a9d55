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

  private static final Pattern ME = Pattern.compile("I am process (\\d+)\\.");
  private static final Pattern COUNT =
      Pattern.compile("Count\\[text=.*\\.md, longWords=\\d+, pid=(\\d+)]");

  @TempDir Path elsewhere;

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.entourage.integration.Jdks#all")
  void runsThroughTheLauncherFromAnotherFolder(Jdk jdk) {
    String launcher = Product.TOP.resolve("entourage").toString();
    String script = Product.example("Quickstart").toString();
    DriverRun run =
        new DriverProgram(List.of(launcher, "run", script), elsewhere).withJavaHome(jdk).run();

    run.assertEndedWell();
    String me = group(ME, run.out().get(0));
    List<String> pids =
        run.out().stream().filter(COUNT.asPredicate()).map(line -> group(COUNT, line)).toList();
    assertThat(pids).as("%s", run).hasSizeGreaterThan(20).doesNotContain(me);
    assertThat(run.out()).anyMatch(line -> line.matches("Process \\d+ found \\d{4,} classes\\."));
    assertThat(run.out()).endsWith("My own counter has seen 0 texts.");
    assertThat(elsewhere).isEmptyDirectory();
  }

  private static String group(Pattern pattern, String line) {
    Matcher matcher = pattern.matcher(line);
    assertThat(matcher.matches()).as(line).isTrue();
    return matcher.group(1);
  }
}
