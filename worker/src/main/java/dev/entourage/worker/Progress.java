package dev.entourage.worker;

import dev.entourage.ProgressListener;
import java.util.List;
import java.util.concurrent.CancellationException;

/** Tells listeners how a call advances, one after the other. Thread-safe. */
final class Progress {

  private static final long UNKNOWN = -1;

  private final List<ProgressListener> listeners;
  private long done;
  private long failed;
  private long total;

  /**
   * Makes the progress of a call.
   *
   * @param listeners who hears of it; nobody, often
   * @param total how many tasks there are, or -1
   */
  Progress(List<ProgressListener> listeners, long total) {
    this.listeners = listeners;
    this.total = total;
  }

  static Progress of(List<ProgressListener> listeners, Iterable<?> items) {
    long total = items instanceof java.util.Collection<?> known ? known.size() : UNKNOWN;
    return new Progress(listeners, total);
  }

  /** Now it is known how many there are. */
  synchronized void total(long all) {
    total = all;
  }

  /** A task has ended; the failure is null where there was none. */
  void ended(Throwable failure) {
    if (!listeners.isEmpty()) {
      tell(failure != null && !(failure instanceof CancellationException));
    }
  }

  private synchronized void tell(boolean failure) {
    done++;
    failed += failure ? 1 : 0;
    listeners.forEach(this::tell);
  }

  /** What a listener throws must not end the call. */
  private void tell(ProgressListener listener) {
    try {
      listener.progressed(done, failed, total);
    } catch (RuntimeException | Error e) {
      System.getLogger("dev.entourage")
          .log(System.Logger.Level.WARNING, "A progress listener threw", e);
    }
  }
}
