package dev.entourage.preparer;

import java.util.List;

/**
 * Says of many classes whether one was redefined in place since they were captured. Thread-safe.
 */
final class Unchanged {

  private final Redefinitions[] counted;

  /** The safepoints that there had been when nothing had changed. */
  private volatile long seen = Safepoints.UNKNOWN;

  Unchanged(List<Redefinitions> counted) {
    this.counted = counted.toArray(Redefinitions[]::new);
  }

  /**
   * Says whether all are what they were. To look at a thousand takes longer than a small task, so
   * that is done only when all threads were halted since.
   */
  boolean holds() {
    // Asked first: what is redefined while the classes are looked at counts up behind it.
    long now = Safepoints.count();
    if (now != Safepoints.UNKNOWN && now == seen) {
      return true;
    }
    for (Redefinitions each : counted) {
      if (!each.hold()) {
        return false;
      }
    }
    seen = now;
    return true;
  }
}
