package dev.entourage.spi;

import java.util.Set;

/**
 * A task under preparation, as a {@link PreparationLayer} sees it. For one thread.
 *
 * @since 0.1
 */
public interface Preparation {

  /**
   * Returns what is prepared.
   *
   * @return the task as the user gave it
   */
  Object root();

  /**
   * Returns the classes that belong to the task so far.
   *
   * @return a view in the order in which they were found
   */
  Set<Class<?>> classes();

  /**
   * Adds a class to the task. Its closure follows.
   *
   * @param type the class
   * @param reason why, for {@code explain}
   */
  void include(Class<?> type, String reason);
}
