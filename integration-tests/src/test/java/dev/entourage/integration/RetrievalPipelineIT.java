package dev.entourage.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** F45: the pipeline of the seed has the same figures over workers as in one JVM. */
class RetrievalPipelineIT {

  private static final List<String> FIGURES =
      List.of("queries", "passages", "NDCG@10", "Recall@1", "Recall@5", "Recall@10");

  private static final Map<Jdk, DriverRun> LOCAL = new ConcurrentHashMap<>();

  @Crosswise
  void overWorkersEqualsOneJvmToTheLastDigit(Place place) {
    DriverRun local = LOCAL.computeIfAbsent(place.jdk(), RetrievalPipelineIT::local);
    DriverRun remote = run(place.jdk(), Product.jarsWithOnly(place.backend()));
    assertThat(remote.out()).isEqualTo(local.out());
    assertThat(remote.exitCode()).isZero();
    assertThat(remote.leftBehind()).isEmpty();
    assertOthersDidTheWork(remote);
  }

  private static DriverRun local(Jdk jdk) {
    DriverRun local = run(jdk, Product.jars(), "--local");
    local.assertEndedWell();
    assertThat(names(local)).isEqualTo(FIGURES);
    assertThat(value(local, 0)).isGreaterThanOrEqualTo(20);
    assertThat(value(local, 2)).isBetween(0.05, 1.0);
    return local;
  }

  /** The example tells on its standard error who did what, and nothing else is there. */
  private static void assertOthersDidTheWork(DriverRun remote) {
    assertThat(remote.err()).hasSize(1);
    String[] tally = remote.err().get(0).split(" drove, ");
    assertThat(tally[0]).matches("process \\d+");
    assertThat(tally[1]).matches("process \\d+ did \\d+ items(, process \\d+ did \\d+ items)*");
    assertThat(tally[1]).doesNotContain(tally[0] + " ");
  }

  private static DriverRun run(Jdk jdk, List<Path> jars, String... arguments) {
    return DriverProgram.script(jdk, jars, Product.example("RetrievalPipeline"), arguments).run();
  }

  private static List<String> names(DriverRun run) {
    return run.out().stream().map(line -> line.split(" ")[0]).toList();
  }

  private static double value(DriverRun run, int line) {
    return Double.parseDouble(run.out().get(line).split(" ")[1]);
  }
}
