package dev.entourage.transport.vertx;

import io.vertx.core.Context;
import java.util.concurrent.CountDownLatch;

/**
 * Lets an event loop wait in Java while no pool is open. A JVM that ends waits for threads in
 * native code, such as one that asks the system for events, and gives up after 0.3 seconds: each
 * script would end so much later. Thread-safe.
 */
final class IdleLoop {

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
      next = opened;
      loop.runOnContext(ignored -> await(opened));
    }
  }

  private static void await(CountDownLatch opened) {
    try {
      opened.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
