package dev.entourage.engine;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Runs steps on an executor whose threads must not die of one, and which may be closed already:
 * then what the step would have done doesn't matter any more.
 *
 * @param target who runs them
 */
record Guarded(Executor target) implements Executor {

  @Override
  public void execute(Runnable step) {
    try {
      target.execute(() -> run(step));
    } catch (RejectedExecutionException e) {
      Log.LOG.debug("Dropped a step of what is closed");
    }
  }

  private static void run(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      Log.LOG.error("A step failed", e);
    }
  }
}
