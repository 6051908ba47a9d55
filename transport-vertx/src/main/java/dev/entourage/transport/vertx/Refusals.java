package dev.entourage.transport.vertx;

import io.vertx.core.Future;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts what was refused, and tells of it: of each reason once in ten seconds, since whoever
 * attacks would else fill the disk with our log. Thread-safe.
 */
final class Refusals {

  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

  private static final long QUIET = 10_000_000_000L;

  private final LongSupplier clock;
  private final AtomicLongArray counts = new AtomicLongArray(Refusal.values().length);
  private final long[] told = new long[Refusal.values().length];
  private final long[] toldAt = new long[Refusal.values().length];

  Refusals() {
    this(System::nanoTime);
  }

  Refusals(LongSupplier clock) {
    this.clock = clock;
    Arrays.fill(toldAt, clock.getAsLong() - QUIET);
  }

  /**
   * Something was refused.
   *
   * @param refusal why
   * @param what what it was
   * @param peer finds out who sent it; asked when that is told
   */
  void count(Refusal refusal, String what, Supplier<Future<String>> peer) {
    long now = counts.incrementAndGet(refusal.ordinal());
    long untold = untold(refusal, now);
    if (untold > 0) {
      peer.get()
          .otherwise("unknown")
          .onSuccess(
              who ->
                  LOG.warn(
                      "Refused {}: {}. peer={}, since the last such line={}, in all={}",
                      what,
                      refusal.reason(),
                      who,
                      untold,
                      now));
    }
  }

  /** Something was refused, and nobody knows who sent it. */
  void count(Refusal refusal, String what) {
    count(refusal, what, () -> Future.succeededFuture("unknown"));
  }

  /** Returns how many are to be told of now, or 0. */
  private synchronized long untold(Refusal refusal, long count) {
    int one = refusal.ordinal();
    if (clock.getAsLong() - toldAt[one] < QUIET) {
      return 0;
    }
    long untold = count - told[one];
    told[one] = count;
    toldAt[one] = clock.getAsLong();
    return untold;
  }

  /** Returns how often each reason was met, those never met as well. */
  Map<Refusal, Long> counts() {
    Map<Refusal, Long> all = new EnumMap<>(Refusal.class);
    for (Refusal refusal : Refusal.values()) {
      all.put(refusal, counts.get(refusal.ordinal()));
    }
    return Collections.unmodifiableMap(all);
  }

  /** Returns how often each reason was met, by its name and only where it was. */
  Map<String, Long> met() {
    return counts().entrySet().stream()
        .filter(one -> one.getValue() > 0)
        .collect(Collectors.toMap(one -> one.getKey().name(), Map.Entry::getValue));
  }
}
