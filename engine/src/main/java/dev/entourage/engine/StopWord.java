package dev.entourage.engine;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;

/** What stops a task and those that it has submitted. It is said once. Thread-safe. */
final class StopWord {

  private static final Executor GUARDED = new Guarded(Runnable::run);

  /** Of a task that has ended there is nothing to stop. */
  private static final Runnable OVER = () -> {};

  /** Null when it was said. */
  private final AtomicReference<Runnable> steps = new AtomicReference<>(() -> {});

  /** Adds a step, which is taken at once where the word was said. */
  void add(Runnable step) {
    if (steps.updateAndGet(others -> with(others, step)) == null) {
      GUARDED.execute(step);
    }
  }

  private static Runnable with(Runnable others, Runnable step) {
    return others == null || others == OVER ? others : both(others, step);
  }

  /** Forgets how to stop a task that has ended: who keeps its future needn't keep it. */
  void drop() {
    steps.updateAndGet(all -> all == null ? null : OVER);
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
