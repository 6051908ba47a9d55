package dev.entourage.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.entourage.RemoteCallable;
import dev.entourage.preparer.Codec;
import dev.entourage.preparer.Manifest;
import dev.entourage.preparer.PreparedTask;
import dev.entourage.preparer.Preparer;
import dev.entourage.preparer.PreparerOptions;
import dev.entourage.preparer.Statics;
import dev.entourage.spi.Marshaller;
import dev.entourage.spi.SerializationBackend;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the way through the layers costs: preparing and encoding a warm task beside the backend's
 * marshaller alone, and the closure of a large library. CPU time in microseconds, so that other
 * work on the machine matters little.
 *
 * <p>{@code java -cp benchmarks/target/benchmarks.jar dev.entourage.benchmarks.PreparationTable}
 */
public final class PreparationTable {

  private PreparationTable() {}

  /** What a small task captures. */
  private static final class Tripler {
    private final int factor = 3;

    int apply(int x) {
      return x * factor;
    }
  }

  /**
   * Prints the tables.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) {
    // First, while nothing of it is known.
    closure();
    warmTasks();
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

  private static void warmTasks() {
    Tripler tripler = new Tripler();
    Object function = new StatefulFunction().root();
    RemoteCallable<Integer> small = () -> tripler.apply(5);
    RemoteCallable<Object> stateful = () -> function;
    System.out.println("| Warm task | prepare, encode, seal: µs | marshaller alone: µs | ratio |");
    System.out.println("|---|---|---|---|");
    backends().forEach((id, backend) -> warmTask(backend, id + ", captures one object", small));
    backends().forEach((id, backend) -> warmTask(backend, id + ", captures about 60", stateful));
  }

  private static Map<String, SerializationBackend> backends() {
    Map<String, SerializationBackend> found = new TreeMap<>();
    ServiceLoader.load(SerializationBackend.class).forEach(each -> found.put(each.id(), each));
    return found;
  }

  private static void warmTask(SerializationBackend backend, String name, Object task) {
    Preparer preparer = new Preparer(PreparerOptions.bare());
    Marshaller marshaller = backend.marshaller(preparer.normalForm());
    Codec codec = new Codec(marshaller, preparer.normalForm());
    double[] micros =
        Cpu.medians(
            41, 2000, () -> whole(preparer, codec, task), () -> marshaller.write(task, type -> {}));
    System.out.printf(
        Locale.ROOT,
        "| %s | %.2f | %.2f | %.2f |%n",
        name,
        micros[0],
        micros[1],
        micros[0] / micros[1]);
  }

  private static Manifest whole(Preparer preparer, Codec codec, Object task) {
    PreparedTask prepared = preparer.prepare(task);
    return preparer.seal(prepared, codec.encode(prepared).classes());
  }
}
