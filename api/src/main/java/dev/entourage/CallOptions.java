package dev.entourage;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How one call runs; what isn't said is as the pool has it. Start from {@link #defaults()}.
 *
 * @param timeout the limit of each task, from its start on a worker
 * @param attempts how many workers a task may lose before it is given up
 * @param ordered whether results come in the order of the items
 * @param failFast whether the first failure ends the call; otherwise all items run, and then the
 *     first failure is thrown with the others as suppressed ones
 * @param ownProcess whether each task gets a worker JVM that ran nothing before
 * @param progress who hears how the call advances
 * @since 0.1
 */
public record CallOptions(
    Optional<Duration> timeout,
    OptionalInt attempts,
    boolean ordered,
    boolean failFast,
    boolean ownProcess,
    Optional<ProgressListener> progress) {

  private static final CallOptions DEFAULTS =
      new CallOptions(Optional.empty(), OptionalInt.empty(), true, true, false, Optional.empty());

  /** Refuses nulls, a duration that isn't positive and fewer than one attempt. */
  public CallOptions {
    Objects.requireNonNull(timeout, "timeout");
    Objects.requireNonNull(attempts, "attempts");
    Objects.requireNonNull(progress, "progress");
    timeout.ifPresent(CallOptions::requirePositive);
    if (attempts.isPresent() && attempts.getAsInt() < 1) {
      throw new IllegalArgumentException(
          "attempts must be at least 1: attempts=" + attempts.getAsInt());
    }
  }

  private static void requirePositive(Duration timeout) {
    if (timeout.isZero() || timeout.isNegative()) {
      throw new IllegalArgumentException("timeout must be positive: timeout=" + timeout);
    }
  }

  /**
   * Returns what a call without options has: ordered, failing fast, in any worker.
   *
   * @return the defaults
   */
  public static CallOptions defaults() {
    return DEFAULTS;
  }

  /**
   * Limits the time of each task.
   *
   * @param limit a positive duration
   * @return these options with that limit
   */
  public CallOptions withTimeout(Duration limit) {
    return new CallOptions(Optional.of(limit), attempts, ordered, failFast, ownProcess, progress);
  }

  /**
   * Sets how many workers a task may lose before it is given up.
   *
   * @param n at least 1
   * @return these options with that number
   */
  public CallOptions withAttempts(int n) {
    return new CallOptions(timeout, OptionalInt.of(n), ordered, failFast, ownProcess, progress);
  }

  /**
   * Says whether results come in the order of the items.
   *
   * @param yes false: as they are ready
   * @return these options with that order
   */
  public CallOptions withOrdered(boolean yes) {
    return new CallOptions(timeout, attempts, yes, failFast, ownProcess, progress);
  }

  /**
   * Says whether the first failure ends the call.
   *
   * @param yes false: all items run, and results go on coming; at the end the first failure is
   *     thrown, with the others as its suppressed ones, up to a thousand
   * @return these options with that policy
   */
  public CallOptions withFailFast(boolean yes) {
    return new CallOptions(timeout, attempts, ordered, yes, ownProcess, progress);
  }

  /**
   * Says whether each task gets a worker JVM that ran nothing before.
   *
   * @param yes true: a new process each
   * @return these options with that placement
   */
  public CallOptions withOwnProcess(boolean yes) {
    return new CallOptions(timeout, attempts, ordered, failFast, yes, progress);
  }

  /**
   * Reports the progress of this call.
   *
   * @param listener who hears it
   * @return these options with that listener
   */
  public CallOptions withProgress(ProgressListener listener) {
    return new CallOptions(timeout, attempts, ordered, failFast, ownProcess, Optional.of(listener));
  }
}
