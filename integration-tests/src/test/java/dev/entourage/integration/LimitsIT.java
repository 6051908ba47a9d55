package dev.entourage.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;

/** C27: a large capture warns once, with the sizes by path; a larger one isn't sent. */
class LimitsIT {

  private static final String PATH =
      "lambda at LimitCases\\.java:\\d+ → captured value 1 → pages → \\[a] → byte\\[]";

  @Crosswise
  void warnsOnceWithThePathsThenRefusesWithThem(Place place) {
    DriverRun run = DriverProgram.script(place, Product.driver("LimitCases")).run();

    assertThat(run.exitCode()).as("%s", run).isZero();
    assertThat(run.leftBehind()).isEmpty();
    assertThat(run.fact("small")).isEqualTo("1");
    assertThat(run.facts("large")).isEqualTo(Collections.nCopies(20, "2"));
    assertThat(run.fact("shared")).isEqualTo("2");
    assertThat(run.err()).as("%s", run).hasSize(4);
    assertThat(run.err().get(0))
        .matches("entourage: A task carries much state: bytes=\\d{8}, limit=10485760, task=.*");
    assertThat(run.err().get(1)).matches(" +9\\.0 MB +" + PATH);
    assertThat(run.err().get(2)).matches(" +2\\.4 MB +.* → weights → long\\[]");
    assertThat(run.err().get(3)).contains("Workers.share");

    assertThat(run.fact("refused")).matches(PATH);
    assertThat(run.facts("message"))
        .anyMatch(line -> line.matches(" +9\\.0 MB +" + PATH))
        .anyMatch(line -> line.contains("limit=10000000"))
        .anyMatch(line -> line.contains("Workers.Builder.refuseAbove"));
  }
}
