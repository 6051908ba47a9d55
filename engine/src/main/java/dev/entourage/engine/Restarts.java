package dev.entourage.engine;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * How a host goes on when worker JVMs end before they take a task: each try waits twice as long as
 * the one before, and is made with a single worker. For the pool's control thread alone.
 */
final class Restarts {

  /** In milliseconds. */
  private static final long FIRST = 100;

  private static final long LONGEST = 30_000;

  /** Where no worker ever started, another try won't do better: they end after 0.3 seconds. */
  private static final int HOPELESS = 3;

  /** Where one did, the cause may pass, such as memory that others need: 13 seconds. */
  private static final int HOPELESS_NOW = 8;

  private int failures;
  private boolean proven;
  private boolean resting;
  private ScheduledFuture<?> pause;

  void succeeded() {
    failures = 0;
    proven = true;
    goOn();
  }

  /** A worker could not start. All that end while the next try is awaited are one failure. */
  void failed(Runnable next) {
    if (!isPaused()) {
      failures++;
      pause = Clock.after(delay(), TimeUnit.MILLISECONDS, next);
    }
  }

  /** How long a try waits for the failure before it, in milliseconds. */
  long delay() {
    long delay = FIRST;
    for (int i = 1; i < failures && delay < LONGEST; i++) {
      delay *= 2;
    }
    return Math.min(delay, LONGEST);
  }

  /** There is no next try until somebody asks for it. */
  void rest() {
    goOn();
    resting = true;
  }

  /** The next try needn't wait. */
  void goOn() {
    resting = false;
    if (pause != null) {
      pause.cancel(false);
      pause = null;
    }
  }

  boolean isPaused() {
    return resting || pause != null;
  }

  /** Whether a single worker shall show that others can start, too. */
  boolean isTrial() {
    return failures > 0;
  }

  boolean isHopeless() {
    return failures >= (proven ? HOPELESS_NOW : HOPELESS);
  }
}
