package dev.entourage.benchmarks;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs {@link DeepWalkBenchmark} and prints two tables: CPU time and allocated memory of one walk,
 * the median of the iterations, and how many times that of Entourage the others take.
 *
 * <p>{@code java -cp benchmarks/target/benchmarks.jar dev.entourage.benchmarks.DeepWalkTable}; the
 * names of graphs behind it limit the table to these.
 */
public final class DeepWalkTable {

  private static final List<String> WALKS =
      List.of(
          "entourage", "blindByHand", "byHand", "naive", "jol", "ehcache", "lucene", "kryoCopy");

  /** Those whose time depends on whether there are hash codes already. */
  private static final List<String> REMEMBERING = List.of("entourage", "byHand", "kryoCopy");

  private final Map<String, Map<String, Double>> micros = new LinkedHashMap<>();
  private final Map<String, Map<String, Double>> kilobytes = new LinkedHashMap<>();

  private DeepWalkTable() {}

  /**
   * Prints the table.
   *
   * @param arguments names of {@link Graphs}; none for all
   */
  public static void main(String[] arguments) throws RunnerException {
    String[] graphs =
        arguments.length > 0
            ? arguments
            : Arrays.stream(Graphs.values()).map(Graphs::name).toArray(String[]::new);
    DeepWalkTable table = new DeepWalkTable();
    table.run(graphs, "steady", WALKS);
    table.run(graphs, "fresh", REMEMBERING);
    print("CPU time, µs", table.micros);
    print("allocated, KB", table.kilobytes);
  }

  private void run(String[] graphs, String hashes, List<String> walks) throws RunnerException {
    String names = walks.stream().collect(Collectors.joining("|", "DeepWalkBenchmark\\.(", ")$"));
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(names)
                    .param("graph", graphs)
                    .param("hashes", hashes)
                    .warmupIterations(2)
                    .warmupTime(TimeValue.seconds(1))
                    .measurementIterations(5)
                    .measurementTime(TimeValue.milliseconds(300))
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run();
    results.forEach(result -> add(result, hashes));
  }

  private void add(RunResult result, String hashes) {
    String graph = result.getParams().getParam("graph");
    String row = hashes.equals("fresh") ? graph + ", fresh" : graph;
    String walk = result.getPrimaryResult().getLabel();
    micros.computeIfAbsent(row, any -> new LinkedHashMap<>()).put(walk, median(result, "nanos"));
    kilobytes.computeIfAbsent(row, any -> new LinkedHashMap<>()).put(walk, median(result, "bytes"));
  }

  /** Each iteration gives one figure; what disturbs the machine disturbs few of them. */
  private static double median(RunResult result, String counter) {
    double[] each =
        result.getBenchmarkResults().stream()
            .flatMap(fork -> fork.getIterationResults().stream())
            .mapToDouble(iteration -> thousandsEach(iteration, counter))
            .sorted()
            .toArray();
    return each[each.length / 2];
  }

  private static double thousandsEach(IterationResult iteration, String counter) {
    @SuppressWarnings("rawtypes")
    Map<String, Result> counters = iteration.getSecondaryResults();
    return counters.get(counter).getScore() / counters.get("walks").getScore() / 1_000;
  }

  private static void print(String title, Map<String, Map<String, Double>> rows) {
    System.out.println("| " + title + " | " + String.join(" | ", WALKS) + " |");
    System.out.println("|" + "---|".repeat(WALKS.size() + 1));
    rows.forEach((name, row) -> System.out.println("| " + name + " |" + cells(row)));
    System.out.println();
  }

  private static String cells(Map<String, Double> row) {
    double ours = row.getOrDefault("entourage", Double.NaN);
    return WALKS.stream()
        .map(walk -> row.containsKey(walk) ? cell(row.get(walk), ours) : " – |")
        .collect(Collectors.joining());
  }

  private static String cell(double micros, double ours) {
    String ratio = micros == ours ? "" : String.format(Locale.ROOT, " (%.2f)", micros / ours);
    return String.format(Locale.ROOT, micros < 100 ? " %.2f" : " %.0f", micros) + ratio + " |";
  }
}
