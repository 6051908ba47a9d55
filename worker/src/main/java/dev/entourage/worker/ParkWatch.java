package dev.entourage.worker;

import dev.entourage.worker.LinkMessage.Parked;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Tells the driver which tasks do nothing but wait while tasks of their own are under way: those
 * may need their slots. However a task waits, its thread's state shows it. Works only while there
 * are such tasks. Thread-safe.
 */
final class ParkWatch {

  /** A wait that is shorter is none, in nanoseconds. */
  private static final long LOOK = 1_000_000;

  private final Set<RunningTask> running;
  private final Consumer<LinkMessage> tell;
  private boolean looking;

  ParkWatch(Set<RunningTask> running, Consumer<LinkMessage> tell) {
    this.running = running;
    this.tell = tell;
  }

  /** A task has submitted another. */
  synchronized void look() {
    if (!looking) {
      looking = true;
      Thread thread = new Thread(null, this::watch, "entourage-parking", 0, false);
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void watch() {
    do {
      LockSupport.parkNanos(LOOK);
      running.forEach(this::look);
    } while (isNeeded());
  }

  private synchronized boolean isNeeded() {
    looking = running.stream().anyMatch(RunningTask::isWatched);
    return looking;
  }

  private void look(RunningTask task) {
    boolean waits = task.waits();
    if (task.park(waits)) {
      tell.accept(new Parked(task.parcel().task(), task.parcel().attempt(), waits));
    }
  }
}
