package dev.entourage.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A1 and D30 with everything on the module path: the product, and a named module of a user's. */
class ModulePathIT {

  private static final String OPENS = "opens user.app;";

  @TempDir static Path folder;

  /** What the program told at each place, with nothing opened and with the line that it names. */
  private static final Map<Place, DriverRun> CLOSED = new ConcurrentHashMap<>();

  private static final Map<Place, DriverRun> OPENED = new ConcurrentHashMap<>();

  static Stream<Place> places() {
    return Place.crosswise("ModulePathIT");
  }

  private static DriverRun closed(Place place) {
    return CLOSED.computeIfAbsent(place, each -> run(each, "closed"));
  }

  private static DriverRun opened(Place place) {
    return OPENED.computeIfAbsent(place, each -> run(each, "opened", OPENS));
  }

  private static DriverRun run(Place place, String name, String... lines) {
    Path sources = folder.resolve(name + " " + place);
    DriverRun run = UserModule.compile(sources, lines).program(place).run();
    run.assertEndedWell();
    run.assertWorkersWereStrangers();
    return run;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("places")
  void lambdasWithoutStateNeedNothingOpened(Place place) {
    DriverRun run = closed(place);
    assertThat(run.fact("module")).isEqualTo("user.app");
    assertThat(run.fact("stateless")).isEqualTo("[3, 6]");
    assertThat(run.fact("plain")).isEqualTo("hidden 51"); // C25
    assertThat(run.fact("mark")).isEqualTo("@user.app.Mark(user.app.Main.class)"); // B14
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("places")
  void stateIsRefusedWithTheLineThatIsMissing(Place place) {
    assertThat(closed(place).fact("stateful")).contains("user.app.Main$Encoder").endsWith(OPENS);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("places")
  void stateOfPlainLambdasIsRefusedWithThatLineToo(Place place) {
    assertThat(closed(place).fact("statefulPlain"))
        .contains("captured value 1 → this → user.app.Main$Encoder")
        .endsWith(OPENS);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("places")
  void bothWorkWithThatLine(Place place) {
    assertThat(opened(place).fact("stateful")).isEqualTo("15");
    assertThat(opened(place).fact("statefulPlain")).isEqualTo("15");
  }
}
