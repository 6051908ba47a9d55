package dev.entourage.worker;

import java.util.Optional;

/** A task that this worker was given and hasn't answered, so that it can be cancelled. */
final class RunningTask {

  private TaskThread thread;
  private boolean cancelled;

  /** Called by the task's thread; false when the task must not begin. */
  synchronized boolean begin(TaskThread runner) {
    thread = runner;
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
    thread = null;
  }
}
