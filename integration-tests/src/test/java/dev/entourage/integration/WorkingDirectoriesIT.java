package dev.entourage.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** D28: where a script is started from makes no difference. */
class WorkingDirectoriesIT {

  private static final String SCRIPT = "SmallCases";
  private static final String FILE = SCRIPT + ".java";

  /** Where a script is started that is in the folder {@code parent/deep}. */
  private enum From {
    ITS_FOLDER,
    ITS_PARENT,
    ELSEWHERE
  }

  @TempDir Path parent;

  /** Each way on every JDK, and in turn with each backend. */
  static Stream<Arguments> ways() {
    List<String> backends = Place.backends();
    AtomicInteger turn = new AtomicInteger();
    return Jdks.all().stream()
        .flatMap(
            jdk ->
                Stream.of(From.values())
                    .map(
                        from ->
                            Arguments.of(
                                from,
                                new Place(
                                    jdk, backends.get(turn.getAndIncrement() % backends.size())))));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("ways")
  void makesNoDifference(From from, Place place) throws IOException {
    Path script = Scripts.copy(SCRIPT, parent.resolve("deep"));
    Path elsewhere = Files.createDirectory(parent.resolve("elsewhere"));
    assertRuns(
        switch (from) {
          case ITS_FOLDER -> DriverProgram.script(place, Path.of(FILE)).in(script.getParent());
          case ITS_PARENT -> DriverProgram.script(place, Path.of("deep", FILE)).in(parent);
          case ELSEWHERE -> DriverProgram.script(place, script).in(elsewhere);
        });
    assertThat(elsewhere).as("what the run left there").isEmptyDirectory();
  }

  private static void assertRuns(DriverProgram program) {
    DriverRun run = program.withOptions(DriverProgram.QUICK).run();
    run.assertEndedWell();
    run.assertWorkersWereStrangers();
    assertThat(CaseResult.read(run.out())).hasSize(2).allSatisfy(CaseResult::assertOk);
  }
}
