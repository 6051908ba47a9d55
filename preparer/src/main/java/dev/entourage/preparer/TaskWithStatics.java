package dev.entourage.preparer;

import java.util.List;

/**
 * A task with the static fields that its code reads: one graph, so that what is in both stays one
 * object.
 *
 * @param task what was submitted
 * @param statics the fields' values
 * @param shared whether the task itself refers to an object in them
 * @since 0.1
 */
public record TaskWithStatics(Object task, List<StaticValue> statics, boolean shared) {

  /** Copies the list. */
  public TaskWithStatics {
    statics = List.copyOf(statics);
  }
}
