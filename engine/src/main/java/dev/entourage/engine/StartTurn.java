package dev.entourage.engine;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A worker's turn to start its JVM. All of this JVM's pools together start as many at once as the
 * machine has processors, but for one: more would not be there sooner, and the first one later,
 * which is what a first task waits for. For one thread.
 */
final class StartTurn {

  private static final Semaphore FREE =
      new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() - 1), true);

  /** A JVM that takes longer than this keeps nobody waiting, in milliseconds. */
  private static final long PATIENCE = 500;

  private boolean held;

  /** Returns when the JVM may start. */
  void await() {
    try {
      held = FREE.tryAcquire(PATIENCE, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The JVM has started, or won't; may be called again. */
  void end() {
    if (held) {
      held = false;
      FREE.release();
    }
  }
}
