package dev.entourage.benchmarks;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * What {@link MarshalBenchmark} found.
 *
 * @param all micros and bytes of one call, by graph, backend and what was done
 */
record MarshalFigures(Map<String, double[]> all) {

  private static final double[] NONE = {Double.NaN, Double.NaN};

  static MarshalFigures of(Collection<RunResult> results) {
    Map<String, double[]> all = new HashMap<>();
    for (RunResult result : results) {
      String graph = result.getParams().getParam("graph");
      String backend = result.getParams().getParam("backend");
      String what = result.getPrimaryResult().getLabel();
      all.put(key(graph, backend, what), figures(result));
    }
    return new MarshalFigures(all);
  }

  /** CPU time of one call; no number where it failed. */
  double micros(String graph, String backend, String what) {
    return all.getOrDefault(key(graph, backend, what), NONE)[0];
  }

  /** What one call writes; no number where it failed. */
  double bytes(String graph, String backend, String what) {
    return all.getOrDefault(key(graph, backend, what), NONE)[1];
  }

  private static String key(String... parts) {
    return String.join(" ", parts);
  }

  /** The median of the iterations: what disturbs the machine disturbs few of them. */
  private static double[] figures(RunResult result) {
    double[] micros =
        result.getBenchmarkResults().stream()
            .flatMap(fork -> fork.getIterationResults().stream())
            .mapToDouble(each -> counter(each, "nanos") / counter(each, "calls") / 1_000)
            .toArray();
    IterationResult any =
        result.getBenchmarkResults().iterator().next().getIterationResults().iterator().next();
    return new double[] {Cpu.median(micros), counter(any, "size")};
  }

  private static double counter(IterationResult iteration, String name) {
    @SuppressWarnings("rawtypes")
    Map<String, Result> counters = iteration.getSecondaryResults();
    return counters.get(name).getScore();
  }
}
