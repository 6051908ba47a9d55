package dev.entourage.worker;

import dev.entourage.worker.LinkMessage.Parcel;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A task that this worker was given and hasn't answered, so that it can be cancelled. */
final class RunningTask {

  private final Parcel parcel;
  private final Generations generations;
  private final AtomicInteger children = new AtomicInteger();
  private TaskThread thread;
  private boolean cancelled;
  private boolean parked;

  RunningTask(Parcel parcel, Generations generations) {
    this.parcel = parcel;
    this.generations = generations;
  }

  Parcel parcel() {
    return parcel;
  }

  Generation generation() {
    return generations.of(parcel.manifest());
  }

  /** How many tasks that it has submitted haven't ended. */
  AtomicInteger children() {
    return children;
  }

  /** For the one thread that watches; says whether that has changed. */
  boolean park(boolean waits) {
    boolean changed = parked != waits;
    parked = waits;
    return changed;
  }

  /** For the one thread that watches. */
  boolean isWatched() {
    return parked || children.get() > 0;
  }

  /** Says whether it does nothing but wait, while tasks of its own are under way. */
  synchronized boolean waits() {
    return children.get() > 0 && thread != null && isWaiting(thread.getState());
  }

  private static boolean isWaiting(Thread.State state) {
    return state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING;
  }

  /** Called by the task's thread; false when the task must not begin. */
  synchronized boolean begin(TaskThread runner) {
    thread = runner;
    runner.runs(this);
    return !cancelled;
  }

  synchronized Optional<TaskThread> thread() {
    return Optional.ofNullable(thread);
  }

  /** Called by the thread that reads the link. */
  synchronized void cancel() {
    cancelled = true;
    if (thread != null) {
      thread.interrupt();
    }
  }

  /** Called by the task's thread: no interrupt of ours comes any more. */
  synchronized void end() {
    thread.runs(null);
    thread = null;
  }
}
