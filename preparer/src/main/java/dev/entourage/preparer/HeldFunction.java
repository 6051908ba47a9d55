package dev.entourage.preparer;

import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import java.util.Optional;
import java.util.concurrent.CompletableFuture.AsynchronousCompletionTask;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;

/**
 * The user's function inside of a task that the JDK has made for an executor. Such a task ends a
 * future of this JVM, so it can't travel; its function can.
 *
 * @since 0.1
 */
public final class HeldFunction {

  private static final String OF_FUTURE_TASKS = "callable";
  private static final String OF_COMPLETIONS = "fn";

  private final Object task;
  private final VarHandle field;

  private HeldFunction(Object task, VarHandle field) {
    this.task = task;
    this.field = field;
  }

  /**
   * Looks into a task.
   *
   * @param task what an executor was given
   * @return its function; empty when it isn't such a task, or has none
   * @throws RejectedExecutionException when this JVM doesn't let us look
   */
  public static Optional<HeldFunction> of(Runnable task) {
    if (task instanceof FutureTask) {
      return field(task, FutureTask.class, OF_FUTURE_TASKS);
    }
    return task instanceof AsynchronousCompletionTask
        ? field(task, task.getClass(), OF_COMPLETIONS)
        : Optional.empty();
  }

  /**
   * Returns the function.
   *
   * @return what the user wrote
   */
  public Object get() {
    return field.get(task);
  }

  /**
   * Exchanges the function, before the task runs.
   *
   * @param other one of the same interface
   */
  public void set(Object other) {
    field.set(task, other);
  }

  private static Optional<HeldFunction> field(Object task, Class<?> type, String name) {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      for (Field field : at.getDeclaredFields()) {
        if (field.getName().equals(name)) {
          return Optional.of(new HeldFunction(task, open(at, field)))
              .filter(held -> held.get() != null);
        }
      }
    }
    return Optional.empty();
  }

  private static VarHandle open(Class<?> type, Field field) {
    try {
      if (TrustedLookup.isAvailable()) {
        return TrustedLookup.in(type).unreflectVarHandle(field);
      }
    } catch (IllegalAccessException e) {
      throw new RejectedExecutionException("Could not look into " + type.getName(), e);
    }
    throw new RejectedExecutionException(
        "The function in a "
            + type.getName()
            + " can't be had; start Java with "
            + TrustedLookup.flag());
  }
}
