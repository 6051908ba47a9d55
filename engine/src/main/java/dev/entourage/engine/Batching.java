package dev.entourage.engine;

/**
 * How many items of one call travel together: as many as take a few milliseconds, as measured. What
 * is slow goes by itself. Thread-safe.
 */
final class Batching {

  /** What a batch shall take, its way included, in nanoseconds. */
  private static final double GOAL = 8_000_000;

  /** What a batch may weigh, in bytes. */
  private static final int HEAVY = 1 << 20;

  private static final int MOST = 1_000;

  /** How much more a batch may be than the one before. */
  private static final int GROWTH = 4;

  private volatile int size = 1;
  private volatile int weight = 1;

  /** A batch has ended. */
  synchronized void measured(int items, long nanos) {
    double each = Math.max(1, (double) nanos / items);
    int bound = Math.min(MOST, Math.max(1, HEAVY / weight));
    int most = Math.min(bound, GROWTH * items);
    // What was cut short by the end of the queue says little against more.
    int least = Math.min(bound, items < size && nanos < GOAL ? size : 1);
    size = (int) Math.max(least, Math.min(most, GOAL / each));
  }

  /** An item has been encoded. */
  void weighed(int bytes) {
    if (bytes > weight) {
      weight = bytes;
    }
  }

  int size() {
    return size;
  }
}
