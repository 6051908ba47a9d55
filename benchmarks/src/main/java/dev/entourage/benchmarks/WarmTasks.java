package dev.entourage.benchmarks;

import dev.entourage.RemoteCallable;
import dev.entourage.preparer.Codec;
import dev.entourage.preparer.Preparer;
import dev.entourage.preparer.PreparerOptions;
import dev.entourage.preparer.Statics;
import dev.entourage.spi.Marshaller;
import dev.entourage.spi.SerializationBackend;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.function.Function;

/**
 * Rows of {@link PreparationTable}: a warm task with one backend, beside the bare library and the
 * backend's own marshaller, all in turns in one JVM.
 */
final class WarmTasks {

  private static final int BATCHES = 41;
  private static final int RUNS = 2000;

  /** The compiler needs a second or two until it has seen all of it. */
  private static final int WARM_UPS = 3;

  private final SerializationBackend backend;

  private WarmTasks(SerializationBackend backend) {
    this.backend = backend;
  }

  /** What a small task captures. */
  private static final class Tripler {
    private final int factor = 3;

    int apply(int x) {
      return x * factor;
    }
  }

  /** The same as an object, which libraries carry that know no lambdas. */
  private static final class Triple implements RemoteCallable<Integer> {
    private final Tripler tripler;

    Triple(Tripler tripler) {
      this.tripler = tripler;
    }

    @Override
    public Integer call() {
      return tripler.apply(5);
    }
  }

  /** The same as an object. */
  private static final class Stateful implements RemoteCallable<Object> {
    private final Object function;

    Stateful(Object function) {
      this.function = function;
    }

    @Override
    public Object call() {
      return function;
    }
  }

  static void printHead() {
    System.out.println(
        "| Warm task | prepare, encode, seal: µs | bare library: µs | ratio"
            + " | our marshaller alone: µs | ratio |");
    System.out.println("|---|---|---|---|---|---|");
  }

  /** Prints the rows of the backend whose id is given. */
  public static void main(String[] arguments) {
    WarmTasks tasks = new WarmTasks(find(arguments[0]));
    for (int i = 0; i < WARM_UPS; i++) {
      tasks.rows();
    }
    tasks.rows().forEach(System.out::println);
  }

  private List<String> rows() {
    Tripler tripler = new Tripler();
    Object function = new StatefulFunction().root();
    RemoteCallable<Integer> small = () -> tripler.apply(5);
    RemoteCallable<Object> stateful = () -> function;
    return List.of(
        row("lambda, one object", small, Object::toString),
        row("lambda, about 60", stateful, result -> result.getClass().getName()),
        row("object, one object", new Triple(tripler), Object::toString),
        row("object, about 60", new Stateful(function), result -> result.getClass().getName()));
  }

  private static SerializationBackend find(String id) {
    return ServiceLoader.load(SerializationBackend.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no backend " + id));
  }

  private <R> String row(String name, RemoteCallable<R> task, Function<R, String> teller) {
    Preparer preparer = new Preparer(PreparerOptions.bare());
    Marshaller marshaller = backend.marshaller(preparer.normalForm());
    Codec codec = new Codec(marshaller, preparer.normalForm());
    Bare bare = Bare.of(backend.id());
    boolean carries = carries(bare, task, teller);
    double[] micros =
        Cpu.medians(
            BATCHES,
            RUNS,
            () -> preparer.ready(task, Statics.none(), codec),
            () -> marshaller.write(task, type -> {}),
            carries ? () -> write(bare, task) : () -> null);
    return String.format(
        Locale.ROOT,
        "| %s: %s | %.2f | %s | %.2f | %.2f |",
        backend.id(),
        name,
        micros[0],
        carries ? beside(micros[0], micros[2]) : "can't | ",
        micros[1],
        micros[0] / micros[1]);
  }

  private static String beside(double ours, double bare) {
    return String.format(Locale.ROOT, "%.2f | %.2f", bare, ours / bare);
  }

  private static byte[] write(Bare bare, Object task) {
    try {
      return bare.write(task);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Says whether a copy that the bare library makes of a task does what the task does. */
  @SuppressWarnings("unchecked")
  private static <R> boolean carries(Bare bare, RemoteCallable<R> task, Function<R, String> tell) {
    try {
      Object copy = bare.read(bare.write(task));
      return tell.apply(((RemoteCallable<R>) copy).call()).equals(tell.apply(task.call()));
    } catch (Exception | LinkageError e) {
      return false;
    }
  }
}
