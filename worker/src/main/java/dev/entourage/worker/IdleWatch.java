package dev.entourage.worker;

import dev.entourage.worker.LinkMessage.Idle;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Tells the driver which tasks do nothing but wait, when it asks: another may have to run before
 * they go on. Thread-safe.
 */
final class IdleWatch {

  /** How often it looks, in milliseconds. */
  private static final long LOOK = 10;

  /** So many looks in a row must find a task waiting. */
  private static final int OFTEN = 10;

  private final ScheduledExecutorService clock;
  private final Consumer<LinkMessage> tell;

  IdleWatch(ScheduledExecutorService clock, Consumer<LinkMessage> tell) {
    this.clock = clock;
    this.tell = tell;
  }

  /** Returns at once. */
  void look(RunningTask task) {
    look(task, OFTEN);
  }

  private void look(RunningTask task, int left) {
    if (left == 0) {
      tell.accept(new Idle(task.parcel().task(), task.parcel().attempt()));
    } else if (task.isIdle()) {
      clock.schedule(() -> look(task, left - 1), LOOK, TimeUnit.MILLISECONDS);
    }
  }
}
