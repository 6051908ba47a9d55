package dev.entourage.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The progress bar of {@code entourage run}, which asks for it with a property. */
class ProgressIT {

  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.entourage.integration.Jdks#all")
  void aBarComesAndGoesAndLeavesTheLinesThatWerePrinted(Jdk jdk) {
    String seen = folder.resolve("seen").toString();
    DriverRun run =
        DriverProgram.script(jdk, Product.driver("ProgressDriver"), seen)
            .withOptions("-Dentourage.progress=80,out")
            .run();
    run.assertEndedWell();
    assertThat(run.fact("bar")).isEqualTo("true");
    // What a worker prints comes by another way than its results, and may come behind them.
    assertThat(run.facts("line"))
        .containsExactlyInAnyOrder("[w1] item 1", "[w1] item 2", "[w1] item 3", "results [1, 2, 3]")
        .containsSubsequence("[w1] item 1", "[w1] item 2", "[w1] item 3");
    assertThat(run.fact("end")).isEqualTo("true");
  }
}
