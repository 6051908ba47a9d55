package dev.entourage.worker;

/**
 * A thread that runs user code, writes replies and reads what comes next. The JDK closes a socket
 * under a thread that is interrupted while it writes or reads, so no interrupt counts then.
 */
final class TaskThread extends Thread {

  /** Reserved, not used: deep recursion of user code costs no more than it touches. */
  private static final long STACK = 16L << 20;

  private boolean writing;
  private RunningTask task;

  TaskThread(Runnable body, String name) {
    super(null, body, name, STACK, false);
    setDaemon(true);
  }

  /** Called by this thread. */
  void runs(RunningTask now) {
    task = now;
  }

  /** Returns what this thread runs; called by itself. */
  RunningTask task() {
    return task;
  }

  @Override
  public void interrupt() {
    synchronized (this) {
      if (!writing) {
        super.interrupt();
      }
    }
  }

  /** Drops interrupts that came too late for the task, and all that come until the next one. */
  synchronized void beginReply() {
    writing = true;
    interrupted();
  }

  synchronized void endReply() {
    writing = false;
  }
}
