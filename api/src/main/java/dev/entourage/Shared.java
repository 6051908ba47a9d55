package dev.entourage;

/**
 * A value that is encoded once and sent once to each worker. Made by {@link Workers#share}; tasks
 * capture the handle instead of the value. Thread-safe.
 *
 * @param <S> the type of the value
 * @since 0.1
 */
public interface Shared<S> {

  /**
   * Returns the value: on the driver the very object that was shared, on a worker one copy for all
   * tasks of the session. Tasks of one worker see each other's changes to it.
   *
   * @return the value
   * @throws CodeUnavailableException when the driver can't be reached
   */
  S get();
}
