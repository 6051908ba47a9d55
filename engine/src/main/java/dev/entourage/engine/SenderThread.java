package dev.entourage.engine;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs tasks one after the other, in the order of the calls, on a thread that is there anyway: the
 * one that hands over a task runs it, and whatever others hand over meanwhile. To wake up a thread
 * of its own for each frame would cost 20 to 30 µs, where a handover takes less than one.
 *
 * <p>Tasks return at once. A thread that meets too many of them passes the rest on.
 */
final class SenderThread implements Executor {

  /** So many tasks of others a thread runs before it goes on with its own work. */
  private static final int MAX_IN_A_ROW = 256;

  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final Executor rest;

  /**
   * Makes an executor.
   *
   * @param rest runs tasks on some other thread
   */
  SenderThread(Executor rest) {
    this.rest = rest;
  }

  @Override
  public void execute(Runnable task) {
    tasks.add(task);
    if (waiting.getAndIncrement() == 0) {
      run();
    }
  }

  private void run() {
    int left = MAX_IN_A_ROW;
    do {
      if (left-- == 0) {
        rest.execute(this::run);
        return;
      }
      runOne();
    } while (waiting.decrementAndGet() > 0);
  }

  private void runOne() {
    try {
      tasks.remove().run();
    } catch (RuntimeException | Error failure) {
      Log.LOG.warn("A receiver of frames failed", failure);
    }
  }
}
