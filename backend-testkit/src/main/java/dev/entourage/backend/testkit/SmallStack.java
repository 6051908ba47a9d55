package dev.entourage.backend.testkit;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** Runs a step on a thread with as little stack as many threads of applications have. */
final class SmallStack {

  private static final long BYTES = 1 << 20;

  private SmallStack() {}

  static <T> T call(Supplier<T> step) {
    FutureTask<T> task = new FutureTask<>(step::get);
    new Thread(null, task, "small stack", BYTES).start();
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
