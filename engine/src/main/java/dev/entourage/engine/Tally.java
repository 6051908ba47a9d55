package dev.entourage.engine;

import dev.entourage.HostInfo.Counts;
import dev.entourage.worker.Pieces;
import dev.entourage.worker.TaskCounts;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts what a host does for a session, and adds it to what it does for all: that never falls when
 * a session ends. Thread-safe, and cheap beside sending a frame.
 */
final class Tally {

  /** Null for the whole host. */
  private final Tally whole;

  private final LongAdder started = new LongAdder();
  private final LongAdder ended = new LongAdder();
  private final LongAdder lost = new LongAdder();
  private final LongAdder tasks = new LongAdder();
  private final LongAdder bytesIn = new LongAdder();
  private final LongAdder bytesOut = new LongAdder();

  Tally() {
    this(null);
  }

  private Tally(Tally whole) {
    this.whole = whole;
  }

  /** Makes the tally of a session. */
  Tally part() {
    return new Tally(this);
  }

  void started() {
    started.increment();
    if (whole != null) {
      whole.started();
    }
  }

  void ended(boolean wasLost) {
    ended.increment();
    lost.add(wasLost ? 1 : 0);
    if (whole != null) {
      whole.ended(wasLost);
    }
  }

  /** A frame goes to a worker. */
  void sent(Pieces frame) {
    sent(TaskCounts.brought(frame), frame.remaining());
  }

  private void sent(int count, int bytes) {
    tasks.add(count);
    bytesIn.add(bytes);
    if (whole != null) {
      whole.sent(count, bytes);
    }
  }

  /** A worker has said something. */
  void said(int bytes) {
    bytesOut.add(bytes);
    if (whole != null) {
      whole.said(bytes);
    }
  }

  Counts counts() {
    long gone = ended.sum(); // First, or there might be fewer workers than none.
    long all = started.sum();
    return new Counts(
        (int) (all - gone), all, lost.sum(), tasks.sum(), bytesIn.sum(), bytesOut.sum());
  }
}
