package dev.entourage.engine;

import dev.entourage.worker.Apply;
import java.util.List;
import java.util.function.Function;

/**
 * What tasks have in common that stand at one place of a program: what is worth saying of them is
 * said once.
 *
 * @param task the classes of the task and its parts; of an item of a {@code map} those of the
 *     function
 * @param item the class of the item, or null
 */
record TaskShape(List<Class<?>> task, Class<?> item) {

  static TaskShape of(Object task, Function<Object, List<Class<?>>> shapes) {
    if (task instanceof Apply apply) {
      Object item = apply.item();
      Class<?> type = item == null ? Void.class : item.getClass();
      return new TaskShape(shapes.apply(apply.function().get()), type);
    }
    return new TaskShape(shapes.apply(task), null);
  }
}
