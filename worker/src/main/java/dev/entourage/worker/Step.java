package dev.entourage.worker;

import dev.entourage.preparer.Digest;

/**
 * A step of a task's way while it is under way, for whoever records it; see {@link Steps}. As it
 * stands here it is one that nobody records: it takes everything and keeps nothing. For one thread
 * at a time.
 *
 * @since 0.1
 */
public interface Step {

  /** Nobody records it. */
  Step UNSEEN = new Step() {};

  /**
   * Says whether it is recorded, so that what is only told to it needs no computing otherwise.
   *
   * @return true when somebody will read it
   */
  default boolean isRecorded() {
    return false;
  }

  /**
   * Says which task it belongs to.
   *
   * @param task its number within the session
   * @param attempt 1 for the first, 0 before it
   * @return this step
   */
  default Step task(long task, int attempt) {
    return this;
  }

  /**
   * Says how many tasks travel together.
   *
   * @param count how many, of which the one that was named is the first
   * @return this step
   */
  default Step tasks(int count) {
    return this;
  }

  /**
   * Says which worker has part in it.
   *
   * @param name its name within the pool
   * @return this step
   */
  default Step worker(String name) {
    return this;
  }

  /**
   * Says which backend encodes.
   *
   * @param id its id
   * @return this step
   */
  default Step backend(String id) {
    return this;
  }

  /**
   * Says whose classes it is about.
   *
   * @param manifest the id of the task's classes
   * @return this step
   */
  default Step manifest(Digest manifest) {
    return this;
  }

  /**
   * Says how many classes travel.
   *
   * @param count how many
   * @return this step
   */
  default Step classes(int count) {
    return this;
  }

  /**
   * Says how much is encoded.
   *
   * @param count how many bytes
   * @return this step
   */
  default Step bytes(long count) {
    return this;
  }

  /**
   * The step has ended; the last call.
   *
   * @param outcome how, in a few words
   */
  default void end(String outcome) {}
}
