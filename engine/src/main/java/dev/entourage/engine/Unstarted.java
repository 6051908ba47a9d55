package dev.entourage.engine;

import dev.entourage.EntourageException;
import dev.entourage.RemoteRunnable;
import dev.entourage.worker.Apply;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * A task that had not started when its pool was shut down. Running it does so in the caller's JVM.
 *
 * @param task what the user submitted
 */
record Unstarted(Object task) implements Runnable {

  /**
   * The items of a {@code map} aren't among them: its caller knows that it has failed. Neither are
   * those that tasks have submitted.
   */
  static List<Runnable> of(List<Ticket> waiting) {
    return waiting.stream()
        .map(Ticket::task)
        .filter(task -> task != null && !(task instanceof Apply))
        .<Runnable>map(Unstarted::new)
        .toList();
  }

  @Override
  public void run() {
    try {
      if (task instanceof Callable<?> callable) {
        callable.call();
      } else if (task instanceof RemoteRunnable runnable) {
        runnable.run();
      }
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new EntourageException("The task threw " + e, e);
    }
  }
}
