package dev.entourage.benchmarks;

import dev.entourage.RemoteCallable;
import dev.entourage.RemoteFunction;
import dev.entourage.Shared;
import java.io.Serializable;

/** What workers and peers do in {@link PoolTable}, in a class that mentions none of them. */
final class PoolTasks {

  private PoolTasks() {}

  /** A small state. */
  static final class Tripler implements Serializable {
    private static final long serialVersionUID = 1;
    private final int factor = 3;

    int apply(int x) {
      return x * factor;
    }
  }

  static RemoteCallable<Integer> small() {
    Tripler tripler = new Tripler();
    return () -> tripler.apply(5);
  }

  static RemoteCallable<Integer> triple(int x) {
    return () -> x * 3;
  }

  static RemoteFunction<Integer, Integer> triple() {
    return x -> x * 3;
  }

  static RemoteCallable<Integer> with(Shared<byte[]> state, int x) {
    return () -> state.get().length + x;
  }

  static RemoteCallable<double[]> echo(double[] array) {
    return () -> array;
  }

  /** Whether its JVM has an archive. */
  static RemoteCallable<String> archive() {
    return () -> System.getProperty("entourage.archive.state", "none");
  }

  static RemoteCallable<Long> pid() {
    return () -> ProcessHandle.current().pid();
  }
}
