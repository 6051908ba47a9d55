package dev.entourage.transport.vertx;

import java.util.Arrays;

/**
 * Knows how old what arrives is at most, without comparing the clocks of two machines. Each side
 * numbers its beats, and everything that it sends tells the last beat that it has heard from the
 * other: so it was made after that beat had been sent, which the other side timed itself. Not
 * thread-safe.
 */
final class Freshness {

  /** For how long something may be under way, in nanoseconds. */
  static final long EXPIRY = 60_000_000_000L;

  /** Before the first beat there was the handshake. */
  static final long HANDSHAKE = -1;

  /** More beats than there are in the time until expiry. */
  private static final int REMEMBERED = 128;

  private final long[] saidAt = new long[REMEMBERED];
  private long said = HANDSHAKE;
  private long heard = HANDSHAKE;

  Freshness(long now) {
    Arrays.fill(saidAt, now);
  }

  /** Returns the number of the beat that is said now. */
  long say(long now) {
    said++;
    saidAt[slot(said)] = now;
    return said;
  }

  /** Returns the number of the last beat heard, for what is sent. */
  long heard() {
    return heard;
  }

  /** A beat was heard. Returns false when it came before, or a later one did. */
  boolean hear(long beat) {
    if (beat <= heard) {
      return false;
    }
    heard = beat;
    return true;
  }

  /** Says whether something that was sent after one of our beats is still worth hearing. */
  boolean isFresh(long beat, long now) {
    return beat >= HANDSHAKE
        && beat <= said
        && beat > said - REMEMBERED
        && now - saidAt[slot(beat)] <= EXPIRY;
  }

  private static int slot(long beat) {
    return Math.floorMod(beat, REMEMBERED);
  }
}
