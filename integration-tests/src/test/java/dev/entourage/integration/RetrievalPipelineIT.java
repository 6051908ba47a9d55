package dev.entourage.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** F45: the pipeline of the seed has the same figures over workers as in one JVM. */
class RetrievalPipelineIT {

  private static final List<String> FIGURES =
      List.of("queries", "passages", "NDCG@10", "Recall@1", "Recall@5", "Recall@10");

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.entourage.integration.Jdks#all")
  void overWorkersEqualsOneJvmToTheLastDigit(Jdk jdk) {
    DriverRun local = run(jdk, "--local");
    local.assertEndedWell();
    assertThat(names(local)).isEqualTo(FIGURES);
    assertThat(value(local, 0)).isGreaterThanOrEqualTo(20);
    assertThat(value(local, 2)).isBetween(0.05, 1.0);

    DriverRun remote = run(jdk);
    assertThat(remote.out()).isEqualTo(local.out());
    assertThat(remote.exitCode()).isZero();
    assertThat(remote.leftBehind()).isEmpty();
    assertOthersDidTheWork(remote);
  }

  /** The example tells on its standard error who did what, and nothing else is there. */
  private static void assertOthersDidTheWork(DriverRun remote) {
    assertThat(remote.err()).hasSize(1);
    String[] tally = remote.err().get(0).split(" drove, ");
    assertThat(tally[0]).matches("process \\d+");
    assertThat(tally[1]).matches("process \\d+ did \\d+ items(, process \\d+ did \\d+ items)*");
    assertThat(tally[1]).doesNotContain(tally[0] + " ");
  }

  private static DriverRun run(Jdk jdk, String... arguments) {
    return DriverProgram.script(jdk, Product.example("RetrievalPipeline"), arguments).run();
  }

  private static List<String> names(DriverRun run) {
    return run.out().stream().map(line -> line.split(" ")[0]).toList();
  }

  private static double value(DriverRun run, int line) {
    return Double.parseDouble(run.out().get(line).split(" ")[1]);
  }
}
