package dev.entourage.engine;

import dev.entourage.ProgressListener;

/** One call as a progress bar sees it. Guarded by the lock of its bar. */
final class BarCall implements ProgressListener {

  private final ProgressBar bar;
  private long done;
  private long failed;
  private long total;

  BarCall(ProgressBar bar, long total) {
    this.bar = bar;
    this.total = total;
  }

  /** Its first task is sent; further calls do nothing. */
  void begin() {
    bar.begin(this);
  }

  @Override
  public void progressed(long endedTasks, long all) {
    progressed(endedTasks, 0, all);
  }

  @Override
  public void progressed(long endedTasks, long failedTasks, long all) {
    synchronized (bar) {
      done = endedTasks;
      failed = failedTasks;
      total = all;
    }
    if (endedTasks == all) {
      end();
    }
  }

  /** None of its tasks is under way any more; further calls do nothing. */
  void end() {
    bar.end(this);
  }

  long done() {
    return done;
  }

  long failed() {
    return failed;
  }

  long total() {
    return total;
  }
}
