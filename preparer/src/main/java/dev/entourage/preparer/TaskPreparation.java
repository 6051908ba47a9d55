package dev.entourage.preparer;

import dev.entourage.spi.Preparation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** One task on its way through the layers. For one thread. */
final class TaskPreparation implements Preparation, DepthListener {

  private final Object root;
  private final Map<Class<?>, String> reasons = new LinkedHashMap<>();
  private int depth;

  TaskPreparation(Object root) {
    this.root = root;
  }

  @Override
  public Object root() {
    return root;
  }

  @Override
  public Set<Class<?>> classes() {
    return Collections.unmodifiableSet(reasons.keySet());
  }

  @Override
  public void include(Class<?> type, String reason) {
    reasons.putIfAbsent(type, reason);
  }

  @Override
  public void deepest(int references) {
    depth = Math.max(depth, references);
  }

  /** Each class with the first reason that was given for it. */
  Map<Class<?>, String> reasons() {
    return Collections.unmodifiableMap(reasons);
  }

  PreparedTask prepared() {
    return new PreparedTask(root, classes(), depth);
  }
}
