package dev.entourage.engine;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** Things that must end before others go on. Thread-safe. */
final class Awaited {

  private final Set<Object> open = new HashSet<>();

  synchronized void add(Object what) {
    open.add(what);
  }

  synchronized void remove(Object what) {
    open.remove(what);
    if (open.isEmpty()) {
      notifyAll();
    }
  }

  /** Waits until nothing is left, or the time is over, or the thread is interrupted. */
  synchronized boolean await(long seconds) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    try {
      for (long left = seconds * 1000; !open.isEmpty() && left > 0; left = millisUntil(deadline)) {
        wait(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return open.isEmpty();
  }

  static void quietly(ExecutorService executor, long seconds) {
    try {
      executor.awaitTermination(seconds, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static long millisUntil(long deadline) {
    return TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
  }
}
