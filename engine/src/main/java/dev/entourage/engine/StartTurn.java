package dev.entourage.engine;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A worker's turn to start its JVM. One thread awaits it, any may end it. Thread-safe. */
final class StartTurn {

  /** A JVM that takes longer than this keeps nobody waiting, in milliseconds. */
  private static final long PATIENCE = 500;

  private final StartQueue queue;
  private final CountDownLatch come = new CountDownLatch(1);

  StartTurn(StartQueue queue) {
    this.queue = queue;
  }

  /** Returns when the JVM may start, or when it needn't any more. */
  void await() {
    queue.enter(this);
    try {
      come.await();
      Clock.after(PATIENCE, TimeUnit.MILLISECONDS, this::end);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The JVM has started, or won't; may be called again. */
  void end() {
    queue.leave(this);
  }

  /** Lets the JVM start, if it still shall. */
  void come() {
    come.countDown();
  }

  boolean hasCome() {
    return come.getCount() == 0;
  }
}
