package dev.entourage.engine;

import dev.entourage.CallOptions;
import java.time.Duration;
import java.util.Optional;

/**
 * What a task may cost.
 *
 * @param timeout how long it may run, from its start on a worker
 * @param attempts how many workers it may lose
 * @param ownProcess whether it gets a worker that ran nothing before
 */
record TaskLimits(Optional<Duration> timeout, int attempts, boolean ownProcess) {

  static final TaskLimits DEFAULTS = new TaskLimits(Optional.empty(), 3, false);

  TaskLimits withTimeout(Duration limit) {
    return new TaskLimits(Optional.of(limit), attempts, ownProcess);
  }

  TaskLimits withAttempts(int n) {
    return new TaskLimits(timeout, n, ownProcess);
  }

  /** What a call says goes before what the pool says. */
  TaskLimits with(CallOptions call) {
    return new TaskLimits(
        call.timeout().or(() -> timeout), call.attempts().orElse(attempts), call.ownProcess());
  }

  /** A task that may lose just one worker must not run twice, whoever is to blame. */
  boolean runsOnce() {
    return attempts == 1;
  }
}
