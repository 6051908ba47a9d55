package dev.entourage.preparer;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What is known of all tasks of which a marshaller tells the same classes in the same order. They
 * are those of all objects that are rebuilt, so what a walk would find, and all that follows from
 * it, is the same, too.
 *
 * @param root the class of the task itself
 * @param told the classes that were told
 * @param classes those that matter, with what the layers found
 * @param sealed their manifest
 * @param code whether the classes in it are still the same
 */
record KnownTask(
    Class<?> root, Class<?>[] told, Set<Class<?>> classes, Sealed sealed, Unchanged code) {

  static KnownTask of(
      Object task,
      Set<Class<?>> told,
      Set<Class<?>> classes,
      Sealed sealed,
      List<Redefinitions> counted) {
    return new KnownTask(
        task.getClass(),
        told.toArray(Class<?>[]::new),
        Set.copyOf(classes),
        sealed,
        new Unchanged(counted));
  }

  /**
   * Finds a task of which some classes were told first.
   *
   * @param next what was told behind them; null for nothing
   * @return the task, or null
   */
  static KnownTask find(KnownTask[] tasks, Class<?>[] told, int count, Class<?> next) {
    for (KnownTask task : tasks) {
      if (task.begins(told, count) && task.told(count) == next) {
        return task;
      }
    }
    return null;
  }

  private boolean begins(Class<?>[] first, int count) {
    return count <= told.length && Arrays.equals(told, 0, count, first, 0, count);
  }

  private Class<?> told(int index) {
    return index < told.length ? told[index] : null;
  }
}
