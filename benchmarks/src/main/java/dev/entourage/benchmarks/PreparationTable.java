package dev.entourage.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.entourage.preparer.Manifest;
import dev.entourage.preparer.PreparedTask;
import dev.entourage.preparer.Preparer;
import dev.entourage.preparer.PreparerOptions;
import dev.entourage.preparer.Statics;
import dev.entourage.spi.SerializationBackend;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.Set;
import org.openjdk.jmh.annotations.Fork;

/**
 * What the way through the layers costs: preparing and encoding a warm task beside the bare library
 * and the backend's marshaller alone, and the closure of a large library. CPU time in microseconds,
 * so that other work on the machine matters little.
 *
 * <p>{@code java -cp benchmarks/target/benchmarks.jar dev.entourage.benchmarks.PreparationTable}
 */
public final class PreparationTable {

  private PreparationTable() {}

  /**
   * Prints the tables.
   *
   * @param arguments ids of backends, for the table of warm tasks with these alone; none for all
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length > 0) {
      warmTasks(List.of(arguments));
    } else {
      // First, while nothing of it is known.
      closure();
      warmTasks(backends());
    }
  }

  private static void closure() {
    Preparer preparer = new Preparer(PreparerOptions.bare());
    Manifest[] manifest = new Manifest[1];
    double cold = Cpu.once(() -> manifest[0] = seal(preparer));
    double[] others = Cpu.medians(15, 1, () -> seal(new Preparer(PreparerOptions.bare())));
    double[] warm = Cpu.medians(15, 1000, () -> seal(preparer));
    System.out.println("| Closure of Jackson's ObjectMapper | ms of CPU |");
    System.out.println("|---|---|");
    row("the first in a JVM, " + manifest[0].entries().size() + " classes", cold / 1e3);
    row("by another pool of that JVM", others[0] / 1e3);
    row("known to the pool", warm[0] / 1e3);
    System.out.println();
  }

  private static Manifest seal(Preparer preparer) {
    PreparedTask task = new PreparedTask("task", Set.of(ObjectMapper.class), 1, Statics.none());
    return preparer.seal(task, Set.of());
  }

  private static void row(String name, double figure) {
    System.out.printf(Locale.ROOT, "| %s | %.4f |%n", name, figure);
  }

  /** Each backend in a JVM of its own, as in a pool: the compiler hears of no other library. */
  private static void warmTasks(List<String> backends) throws IOException, InterruptedException {
    WarmTasks.printHead();
    for (String id : backends) {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(List.of(MarshalBenchmark.class.getAnnotation(Fork.class).jvmArgs()));
      command.addAll(List.of("-cp", System.getProperty("java.class.path")));
      command.addAll(List.of(WarmTasks.class.getName(), id));
      int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
      if (exit != 0) {
        throw new IllegalStateException("No figures of " + id + ": exit code " + exit);
      }
    }
  }

  private static List<String> backends() {
    return ServiceLoader.load(SerializationBackend.class).stream()
        .map(provider -> provider.get().id())
        .sorted()
        .toList();
  }
}
