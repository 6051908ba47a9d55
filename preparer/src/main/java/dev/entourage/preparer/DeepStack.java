package dev.entourage.preparer;

import java.util.function.Supplier;

/**
 * Runs what may recurse deep. The stack of a new thread is memory only as far as it is used, and
 * goes with the thread.
 */
final class DeepStack {

  /** What fits into any thread's stack. */
  private static final int SHALLOW = 500;

  private static final long PER_LEVEL = 4096;
  private static final long SMALLEST = 64L << 20;
  private static final long LARGEST = 1L << 30;

  private DeepStack() {}

  /**
   * Runs a step here, or on a thread with a big stack while the caller waits.
   *
   * @param depth how deep the step is expected to recurse
   * @throws StackOverflowError when no stack is big enough
   */
  static <T> T call(int depth, Supplier<T> step) {
    if (depth > SHALLOW) {
      return onBigStack(Math.min(LARGEST, Math.max(SMALLEST, depth * PER_LEVEL)), step);
    }
    try {
      return step.get();
    } catch (StackOverflowError e) {
      // The depth was that of another order, or the caller stands deep itself.
      return onBigStack(LARGEST, step);
    }
  }

  private static <T> T onBigStack(long bytes, Supplier<T> step) {
    Call<T> call = new Call<>(step);
    Thread thread = new Thread(null, call, "entourage-deep", bytes);
    thread.setDaemon(true);
    thread.start();
    join(thread);
    return call.result();
  }

  private static void join(Thread thread) {
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** A step with its outcome. */
  private static final class Call<T> implements Runnable {

    private final Supplier<T> step;
    private T value;
    private Throwable failure;

    Call(Supplier<T> step) {
      this.step = step;
    }

    @Override
    public void run() {
      try {
        value = step.get();
      } catch (Throwable e) {
        failure = e;
      }
    }

    T result() {
      if (failure instanceof Error error) {
        throw error;
      }
      if (failure != null) {
        throw (RuntimeException) failure;
      }
      return value;
    }
  }
}
