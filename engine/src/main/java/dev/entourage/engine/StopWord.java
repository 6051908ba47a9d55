package dev.entourage.engine;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;

/** What stops a task and those that it has submitted. It is said once. Thread-safe. */
final class StopWord {

  private static final Executor GUARDED = new Guarded(Runnable::run);

  /** Null when it was said. */
  private final AtomicReference<Runnable> steps = new AtomicReference<>(() -> {});

  /** Adds a step, which is taken at once where the word was said. */
  void add(Runnable step) {
    if (steps.updateAndGet(others -> others == null ? null : both(others, step)) == null) {
      GUARDED.execute(step);
    }
  }

  void say() {
    Runnable all = steps.getAndSet(null);
    if (all != null) {
      GUARDED.execute(all);
    }
  }

  boolean wasSaid() {
    return steps.get() == null;
  }

  private static Runnable both(Runnable first, Runnable second) {
    return () -> {
      first.run();
      second.run();
    };
  }
}
