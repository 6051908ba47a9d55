package dev.entourage.benchmarks;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/** The walk that everybody writes first: recursion, reflection and a set of all objects. */
final class NaiveWalk {

  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Walks a graph and returns how many objects it met. */
  int walk(Object root) {
    visit(root);
    return seen.size();
  }

  private void visit(Object value) {
    if (value == null || !seen.add(value)) {
      return;
    }
    if (value instanceof Collection<?> collection) {
      collection.forEach(this::visit);
    } else if (value instanceof Map<?, ?> map) {
      map.forEach(this::visitEntry);
    } else if (value instanceof Object[] array) {
      visitAll(array);
    } else {
      visitFields(value);
    }
  }

  private void visitEntry(Object key, Object value) {
    visit(key);
    visit(value);
  }

  private void visitAll(Object[] array) {
    for (Object element : array) {
      visit(element);
    }
  }

  /** The JDK's own objects have no fields that reflection may read. */
  private void visitFields(Object value) {
    Class<?> type = value.getClass();
    while (type != null && !type.getName().startsWith("java.")) {
      for (Field field : type.getDeclaredFields()) {
        visitField(field, value);
      }
      type = type.getSuperclass();
    }
  }

  private void visitField(Field field, Object value) {
    if (Modifier.isStatic(field.getModifiers()) || field.getType().isPrimitive()) {
      return;
    }
    try {
      field.setAccessible(true);
      visit(field.get(value));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
