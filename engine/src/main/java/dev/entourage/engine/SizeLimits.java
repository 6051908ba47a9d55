package dev.entourage.engine;

import dev.entourage.PreparationException;
import dev.entourage.worker.Frames;

/**
 * The sizes at which the encoded state of a task is warned about and refused, in bytes.
 *
 * @param warnAbove where a warning begins
 * @param refuseAbove where a task isn't sent
 */
record SizeLimits(long warnAbove, long refuseAbove) {

  static final SizeLimits DEFAULTS = new SizeLimits(10L << 20, 1L << 30);

  void check(Object task, int bytes) {
    if (bytes > refuseAbove) {
      throw new PreparationException(
          "A task's state must not be larger than the pool's limit: bytes="
              + bytes
              + ", limit="
              + refuseAbove
              + ", task="
              + task.getClass().getName()
              + ". Share large values with Workers.share, or raise the limit with refuseAbove.",
          "");
    }
    if (bytes > warnAbove) {
      Log.LOG.warn(
          "A task carries {} bytes of state: {}. Workers.share sends a value once a worker.",
          bytes,
          task.getClass().getName());
    }
  }

  /** The longest payload of a frame that may carry such a task. */
  int frameCap() {
    return (int) Math.max(Frames.DEFAULT_CAP, Math.min(refuseAbove, Integer.MAX_VALUE - 1024));
  }
}
