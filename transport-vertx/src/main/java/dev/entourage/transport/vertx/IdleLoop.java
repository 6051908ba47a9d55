package dev.entourage.transport.vertx;

import io.vertx.core.Context;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets an event loop wait in Java while no pool is open. A JVM that ends waits for threads in
 * native code, such as one that asks the system for events, and gives up after 0.3 seconds: each
 * script would end so much later. Thread-safe.
 */
final class IdleLoop {

  /** It takes microseconds, and whoever waits longer would be better off with a slow end. */
  private static final long PATIENCE_MILLIS = 100;

  private final Context loop;
  private int pools;
  private CountDownLatch next;

  /**
   * Makes it, with a loop that runs.
   *
   * @param loop a context that refers to nothing of the user's, as it is kept meanwhile
   */
  IdleLoop(Context loop) {
    this.loop = loop;
  }

  synchronized void enter() {
    pools++;
    if (next != null) {
      next.countDown();
      next = null;
    }
  }

  synchronized void leave() {
    pools--;
    if (pools == 0) {
      CountDownLatch opened = new CountDownLatch(1);
      CountDownLatch waiting = new CountDownLatch(1);
      next = opened;
      loop.runOnContext(ignored -> await(waiting, opened));
      letItBegin(waiting);
    }
  }

  private static void await(CountDownLatch waiting, CountDownLatch opened) {
    try {
      waiting.countDown();
      opened.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A script may end right after its pool: the loop shall be out of native code by then. */
  private static void letItBegin(CountDownLatch waiting) {
    try {
      waiting.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
