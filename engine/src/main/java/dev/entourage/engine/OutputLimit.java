package dev.entourage.engine;

import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How much of a worker's output goes on to its driver: what comes faster is dropped, and the number
 * of lines is told. The way to the driver is that of results, which would wait behind it.
 * Thread-safe.
 */
final class OutputLimit {

  /** So many bytes at once, and as many a second. */
  static final long BYTES = 8 << 20;

  /**
   * So much must be free again behind a loss, or each line would have its own word about others.
   */
  private static final long ENOUGH = BYTES / 4;

  /** What a message costs besides its text. */
  private static final long MESSAGE = 256;

  private static final double NANOS = 1_000_000_000;

  private final LongSupplier clock;
  private double room = BYTES;
  private long last;
  private long dropped;

  /**
   * Makes a limit.
   *
   * @param clock the time in nanoseconds
   */
  OutputLimit(LongSupplier clock) {
    this.clock = clock;
    last = clock.getAsLong();
  }

  /** Returns what to send: the lines, behind a word about those before them; empty for nothing. */
  synchronized Optional<String> pass(String lines) {
    long now = clock.getAsLong();
    room = Math.min(BYTES, room + (now - last) / NANOS * BYTES);
    last = now;
    long cost = lines.length() + MESSAGE;
    if (room < (dropped > 0 ? ENOUGH : cost)) {
      dropped += count(lines);
      return Optional.empty();
    }
    room -= cost;
    return Optional.of(rest().map(word -> word + "\n" + lines).orElse(lines));
  }

  /** Returns a word about what was dropped last. */
  synchronized Optional<String> rest() {
    long lines = dropped;
    dropped = 0;
    return lines == 0
        ? Optional.empty()
        : Optional.of("(dropped lines: " + lines + ", since a worker may print 8 MB a second)");
  }

  /** How many lines there are. */
  static long count(String lines) {
    return 1 + lines.chars().filter(c -> c == '\n').count();
  }
}
