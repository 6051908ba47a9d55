package dev.entourage.preparer;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * What a {@link GraphWalk} found.
 *
 * @param plans those of the classes of all objects that were looked at, in the order of the walk
 * @param named the classes that forms name
 * @param depth how many references the deepest object that was looked into was away from the root,
 *     as it was met; {@link GraphWalk#UNKNOWN_DEPTH} where there was too much to tell
 */
record Findings(WalkPlan[] plans, Set<Class<?>> named, int depth) {

  /** Returns the classes that objects in the graph have, may have, or name. */
  Set<Class<?>> classes() {
    Set<Class<?>> classes = new LinkedHashSet<>();
    forEach((type, reason) -> classes.add(type));
    return classes;
  }

  /** Tells each class with the reason; some more than once. */
  void forEach(BiConsumer<Class<?>, String> found) {
    for (WalkPlan plan : plans) {
      for (Class<?> type : plan.told().met()) {
        found.accept(type, "an object of it was met in the task");
      }
    }
    named.forEach(type -> found.accept(type, "named by an object in the task"));
    for (WalkPlan plan : plans) {
      for (Class<?> type : plan.told().declared()) {
        found.accept(type, plan.told().why());
      }
    }
  }
}
