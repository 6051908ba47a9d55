package dev.entourage.benchmarks;

import dev.entourage.CodeUnavailableException;
import dev.entourage.RemoteCallable;
import dev.entourage.Workers;
import dev.entourage.preparer.CodeLibrary;
import dev.entourage.preparer.CodeRequests;
import dev.entourage.preparer.Digest;
import dev.entourage.preparer.Manifest;
import dev.entourage.preparer.Preparer;
import dev.entourage.preparer.PreparerOptions;
import dev.entourage.preparer.SessionLoaders;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * What it costs that a thousand classes come to a worker: on the way through a real pool, and step
 * by step within this JVM.
 *
 * <p>{@code java -cp benchmarks/target/benchmarks.jar dev.entourage.benchmarks.FirstShipTable}
 */
public final class FirstShipTable {

  private static final int POOLS = 5;

  private FirstShipTable() {}

  /**
   * Prints the tables.
   *
   * @param arguments none
   */
  @SuppressWarnings("unchecked")
  public static void main(String[] arguments) {
    try (Thousand program = Thousand.compile()) {
      RemoteCallable<Integer> where = program.task(RemoteCallable.class, "Where");
      RemoteCallable<Integer> first = program.task(RemoteCallable.class, "First");
      RemoteCallable<Integer> second = program.task(RemoteCallable.class, "Second");
      pools(where, first, second);
      steps(first, second);
    }
  }

  /** The first pool has a cold JVM, as most programs do; the others show what is left of it. */
  private static void pools(
      RemoteCallable<Integer> where,
      RemoteCallable<Integer> first,
      RemoteCallable<Integer> second) {
    System.out.println("| Pool | first task: ms | second worker: ms | second task: ms |");
    System.out.println("|---|---|---|---|");
    for (int i = 1; i <= POOLS; i++) {
      try (Workers workers = Workers.builder().processes(2).inheritClassPath(false).build()) {
        awaitBoth(workers, where);
        double one = millis(() -> workers.submit(first).join());
        double other = millis(() -> both(workers, first));
        double again = millis(() -> workers.submit(second).join());
        System.out.printf(Locale.ROOT, "| %d | %.0f | %.0f | %.0f |%n", i, one, other, again);
      }
    }
    System.out.println();
  }

  /** Both have run something: a JVM that still starts would take its part of the time. */
  private static void awaitBoth(Workers workers, RemoteCallable<Integer> where) {
    Set<Integer> processes = new HashSet<>();
    while (processes.size() < 2) {
      CompletableFuture<Integer> one = workers.submit(where);
      processes.add(workers.submit(where).join());
      processes.add(one.join());
    }
  }

  /** One of the two tasks goes to the worker that hasn't had any. */
  private static Object both(Workers workers, RemoteCallable<Integer> task) {
    CompletableFuture<Integer> one = workers.submit(task);
    return workers.submit(task).join() + one.join();
  }

  private static double millis(Supplier<?> step) {
    long before = System.nanoTime();
    step.get();
    return (System.nanoTime() - before) / 1e6;
  }

  private static void steps(RemoteCallable<Integer> first, RemoteCallable<Integer> second) {
    Preparer preparer = new Preparer(PreparerOptions.bare());
    Manifest[] manifest = new Manifest[1];
    double prepared = Cpu.once(() -> manifest[0] = seal(preparer, first)) / 1e3;
    Counting worker = new Counting(preparer.library());
    SessionLoaders session = new SessionLoaders(worker, SessionLoaders.platformAndApi());
    ClassLoader[] loader = new ClassLoader[1];
    double joined = Cpu.once(() -> loader[0] = session.loaderFor(manifest[0].id())) / 1e3;
    double defined = Cpu.once(() -> define(loader[0], manifest[0])) / 1e3;
    long bytes = worker.bytes;
    session.loaderFor(seal(preparer, second).id());
    System.out.println("| Step, in a warm JVM | CPU: ms |");
    System.out.println("|---|---|");
    row("prepare and seal " + manifest[0].entries().size() + " classes", prepared);
    row("join the manifest, and check the hashes of its files", joined);
    row("define the classes", defined);
    System.out.println();
    System.out.printf(
        Locale.ROOT,
        "Class bytes to the first worker: %,d, besides a manifest of %,d; for the second task: %,d.%n",
        bytes,
        manifest[0].encode().length,
        worker.bytes - bytes);
  }

  private static Manifest seal(Preparer preparer, Object task) {
    return preparer.seal(preparer.prepare(task), Set.of());
  }

  private static Object define(ClassLoader loader, Manifest manifest) {
    for (Manifest.Entry entry : manifest.entries()) {
      try {
        Class.forName(entry.name(), true, loader);
      } catch (ClassNotFoundException e) {
        throw new IllegalStateException(e);
      }
    }
    return loader;
  }

  private static void row(String name, double millis) {
    System.out.printf(Locale.ROOT, "| %s | %.0f |%n", name, millis);
  }

  /** A worker's questions, answered at once; counts the bytes of class files. */
  private static final class Counting implements CodeRequests {

    private final CodeLibrary library;
    private long bytes;

    Counting(CodeLibrary library) {
      this.library = library;
    }

    @Override
    public byte[] manifest(Digest id) {
      return library.manifest(id).orElseThrow(() -> new CodeUnavailableException("" + id));
    }

    @Override
    public Map<Digest, byte[]> code(List<Digest> missing) {
      Map<Digest, byte[]> files = library.code(missing);
      bytes += files.values().stream().mapToLong(file -> file.length).sum();
      return files;
    }

    @Override
    public Optional<byte[]> find(Digest manifest, String className) {
      return library.find(manifest, className);
    }

    @Override
    public byte[] resources(Digest manifest, String name) {
      throw new UnsupportedOperationException("No class here asks for resources");
    }

    @Override
    public Optional<String> travels(String jar) {
      return library.travels(jar);
    }
  }
}
