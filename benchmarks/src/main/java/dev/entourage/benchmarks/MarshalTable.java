package dev.entourage.benchmarks;

import dev.entourage.spi.SerializationBackend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs {@link MarshalBenchmark} over all backends that are on the path, prints what each takes
 * beside its bare library, and draws it.
 *
 * <p>{@code java -cp benchmarks/target/benchmarks.jar dev.entourage.benchmarks.MarshalTable docs};
 * the first argument is the folder for the drawing, names of {@link MarshalGraphs} behind it limit
 * the table to these.
 */
public final class MarshalTable {

  private MarshalTable() {}

  /**
   * Prints the tables and writes the chart.
   *
   * @param arguments the folder, then names of graphs; none for all
   */
  public static void main(String[] arguments) throws RunnerException, IOException {
    Path folder = Path.of(arguments.length > 0 ? arguments[0] : ".");
    List<String> graphs =
        arguments.length > 1
            ? Arrays.asList(arguments).subList(1, arguments.length)
            : Stream.of(MarshalGraphs.values()).map(Enum::name).toList();
    List<String> backends = backends();
    MarshalFigures figures = run(graphs, backends);
    print("Write, µs of CPU", figures, graphs, backends, "write", "bareWrite");
    print("Read, µs of CPU", figures, graphs, backends, "read", "bareRead");
    printSizes(figures, graphs, backends);
    int java = Runtime.version().feature();
    Path chart = folder.resolve("backends-" + java + ".svg");
    Files.writeString(chart, new MarshalChart(figures, graphs, backends).svg("JDK " + java));
    System.out.println("Drawn into " + chart);
  }

  private static List<String> backends() {
    return ServiceLoader.load(SerializationBackend.class).stream()
        .map(provider -> provider.get().id())
        .sorted()
        .toList();
  }

  private static MarshalFigures run(List<String> graphs, List<String> backends)
      throws RunnerException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(MarshalBenchmark.class.getName())
                    .param("graph", graphs.toArray(String[]::new))
                    .param("backend", backends.toArray(String[]::new))
                    .warmupIterations(4)
                    .warmupTime(TimeValue.milliseconds(400))
                    .measurementIterations(7)
                    .measurementTime(TimeValue.milliseconds(200))
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run();
    return MarshalFigures.of(results);
  }

  private static void print(
      String title,
      MarshalFigures figures,
      List<String> graphs,
      List<String> backends,
      String ours,
      String bare) {
    System.out.println("| " + title + " | " + String.join(" | ", backends) + " |");
    System.out.println("|---".repeat(backends.size() + 1) + "|");
    for (String graph : graphs) {
      String cells =
          backends.stream()
              .map(id -> cell(figures.micros(graph, id, ours), figures.micros(graph, id, bare)))
              .collect(Collectors.joining(" | "));
      System.out.println("| " + graph + " | " + cells + " |");
    }
    System.out.println();
  }

  private static String cell(double ours, double bare) {
    return Double.isNaN(bare)
        ? figure(ours) + " (bare: can't)"
        : String.format(Locale.ROOT, "%s (%.2f)", figure(ours), ours / bare);
  }

  private static String figure(double micros) {
    return Double.isNaN(micros)
        ? "–"
        : String.format(Locale.ROOT, micros < 100 ? "%.2f" : "%.0f", micros);
  }

  private static void printSizes(
      MarshalFigures figures, List<String> graphs, List<String> backends) {
    System.out.println("| Bytes, ours / bare | " + String.join(" | ", backends) + " |");
    System.out.println("|---".repeat(backends.size() + 1) + "|");
    for (String graph : graphs) {
      String cells =
          backends.stream()
              .map(
                  id ->
                      size(figures.bytes(graph, id, "write"))
                          + " / "
                          + size(figures.bytes(graph, id, "bareWrite")))
              .collect(Collectors.joining(" | "));
      System.out.println("| " + graph + " | " + cells + " |");
    }
    System.out.println();
  }

  private static String size(double bytes) {
    return Double.isNaN(bytes) ? "–" : String.format(Locale.ROOT, "%,.0f", bytes);
  }
}
