package dev.entourage.engine;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Runs short things later, on one daemon thread for this JVM. */
final class Clock {

  private static final ScheduledThreadPoolExecutor TIMER = timer();

  private Clock() {}

  static ScheduledFuture<?> after(long delay, TimeUnit unit, Runnable what) {
    return TIMER.schedule(what, delay, unit);
  }

  static ScheduledFuture<?> every(long period, TimeUnit unit, Runnable what) {
    return TIMER.scheduleAtFixedRate(what, period, period, unit);
  }

  private static ScheduledThreadPoolExecutor timer() {
    ScheduledThreadPoolExecutor timer =
        new ScheduledThreadPoolExecutor(1, Threads.named("entourage-clock"));
    timer.setRemoveOnCancelPolicy(true);
    return timer;
  }
}
