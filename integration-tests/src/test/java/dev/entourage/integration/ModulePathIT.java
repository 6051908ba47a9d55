package dev.entourage.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** A1 and D30 with everything on the module path: the product, and a named module of a user's. */
class ModulePathIT {

  private static final String OPENS = "opens user.app;";

  @TempDir Path folder;

  @Crosswise
  void lambdasWithoutStateNeedNothingOpened(Place place) {
    DriverRun run = UserModule.compile(folder).program(place).run();
    run.assertEndedWell();
    run.assertWorkersWereStrangers();
    assertThat(run.fact("module")).isEqualTo("user.app");
    assertThat(run.fact("stateless")).isEqualTo("[3, 6]");
    assertThat(run.fact("plain")).isEqualTo("hidden 51"); // C25
    assertThat(run.fact("mark")).isEqualTo("@user.app.Mark(user.app.Main.class)"); // B14
  }

  @Crosswise
  void stateIsRefusedWithTheLineThatIsMissing(Place place) {
    DriverRun run = UserModule.compile(folder).program(place).run();
    run.assertEndedWell();
    assertThat(run.facts("stateful")).isEmpty();
    assertThat(run.fact("refused")).contains("user.app.Main$Encoder").endsWith(OPENS);
  }

  @Crosswise
  void stateOfPlainLambdasIsRefusedWithThatLineToo(Place place) {
    DriverRun run = UserModule.compile(folder).program(place, "plain").run();
    run.assertEndedWell();
    assertThat(run.facts("stateful")).isEmpty();
    assertThat(run.fact("refused"))
        .contains("captured value 1 → this → user.app.Main$Encoder")
        .endsWith(OPENS);
  }

  @Crosswise
  void stateOfPlainLambdasWorksWithThatLine(Place place) {
    DriverRun run = UserModule.compile(folder, OPENS).program(place, "plain").run();
    run.assertEndedWell();
    assertThat(run.facts("stateful")).containsExactly("15", "15");
  }

  @Crosswise
  void stateWorksWithThatLine(Place place) {
    DriverRun run = UserModule.compile(folder, OPENS).program(place).run();
    run.assertEndedWell();
    run.assertWorkersWereStrangers();
    assertThat(run.fact("stateful")).isEqualTo("15");
  }
}
