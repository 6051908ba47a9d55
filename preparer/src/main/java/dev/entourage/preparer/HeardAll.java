package dev.entourage.preparer;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** Keeps all classes that a marshaller tells of a graph that was walked. */
final class HeardAll extends Heard {

  private final Set<Class<?>> classes = new LinkedHashSet<>();

  @Override
  public void accept(Class<?> type) {
    classes.add(type);
  }

  @Override
  void rows() {
    // The walk has told how deep it is.
  }

  /** Returns the classes in the order in which they were first told. */
  Set<Class<?>> classes() {
    return Collections.unmodifiableSet(classes);
  }
}
