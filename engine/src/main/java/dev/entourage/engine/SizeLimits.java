package dev.entourage.engine;

import dev.entourage.worker.Frames;

/**
 * The sizes at which the encoded state of a task is warned about and refused, in bytes.
 *
 * @param warnAbove where a warning begins
 * @param refuseAbove where a task isn't sent
 */
record SizeLimits(long warnAbove, long refuseAbove) {

  static final SizeLimits DEFAULTS = new SizeLimits(10L << 20, 1L << 30);

  /** The longest payload of a frame that may carry such a task. */
  int frameCap() {
    return (int) Math.max(Frames.DEFAULT_CAP, Math.min(refuseAbove, Integer.MAX_VALUE - 1024));
  }
}
