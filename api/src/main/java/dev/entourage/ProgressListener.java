package dev.entourage;

/**
 * Hears how a call advances. Called on a thread of the pool, one call at a time; it should return
 * soon. What it throws is logged and dropped.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface ProgressListener {

  /**
   * Some tasks of a call have ended.
   *
   * @param done how many have ended, well or not
   * @param total how many there are, or -1 while that is unknown
   */
  void progressed(long done, long total);

  /**
   * Some tasks of a call have ended. Called in place of the other method, which it calls as it
   * stands here; for listeners that want to know about failures.
   *
   * @param done how many have ended, well or not
   * @param failed how many of them have failed; those that were cancelled have not
   * @param total how many there are, or -1 while that is unknown
   */
  default void progressed(long done, long failed, long total) {
    progressed(done, total);
  }
}
