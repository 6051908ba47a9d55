package dev.entourage.preparer;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The static fields of one session loader's classes, and what they were set to last. What a driver
 * hasn't changed since is left alone: it may be a cache that tasks have filled. Not thread-safe:
 * whoever sets fields makes sure that no task runs.
 *
 * @since 0.1
 */
public final class StaticsTarget {

  private record Applied(String mark, long turn) {}

  private final ClassLoader loader;
  private final Map<String, Applied> applied = new HashMap<>();
  private long turns;

  /**
   * Makes the target of one loader.
   *
   * @param loader finds the fields' classes
   */
  public StaticsTarget(ClassLoader loader) {
    this.loader = loader;
  }

  /**
   * Says whether a task may run without any field being set.
   *
   * @param task what came
   * @return true when the fields are as the task's driver has them
   */
  public boolean isCurrent(TaskWithStatics task) {
    Set<Long> together = new HashSet<>();
    for (StaticValue value : task.statics()) {
      Applied last = applied.get(value.name());
      if (last == null || !last.mark().equals(value.mark())) {
        return false;
      }
      if (!value.isLeaf()) {
        together.add(last.turn());
      }
    }
    // Objects that several fields share are one object only if they came together.
    return together.size() <= 1 && !task.shared();
  }

  /**
   * Initialises the classes and sets the fields. Where an initialiser fails, its class stays
   * without them: a task that needs it gets the error.
   *
   * @param task what came
   */
  public void apply(TaskWithStatics task) {
    turns++;
    task.statics().forEach(this::apply);
  }

  private void apply(StaticValue value) {
    try {
      Field field = Class.forName(value.owner(), true, loader).getDeclaredField(value.field());
      field.setAccessible(true);
      set(field, value.value());
      applied.put(value.name(), new Applied(value.mark(), turns));
    } catch (ClassNotFoundException | NoSuchFieldException | LinkageError e) {
      // The task meets the same as soon as it reads the field, and tells its driver.
      applied.remove(value.name());
    }
  }

  private static void set(Field field, Object value) {
    if (Modifier.isFinal(field.getModifiers())) {
      refill(FieldAccess.read(field, null), value);
    } else {
      FieldAccess.write(field, null, value);
    }
  }

  /** Says whether an object can be given other contents and stay itself. */
  static boolean refills(Object value) {
    return value != null
        && (JdkCollections.isCollection(value.getClass())
            || JdkCollections.isMap(value.getClass())
            || value.getClass().isArray()
            || ATOMICS.contains(value.getClass()));
  }

  private static final List<Class<?>> ATOMICS =
      List.of(AtomicInteger.class, AtomicLong.class, AtomicBoolean.class, AtomicReference.class);

  private static void refill(Object own, Object value) {
    if (own == null || value == null || own.getClass() != value.getClass()) {
      return;
    }
    if (value instanceof Map<?, ?> map) {
      Containers.fill(own, Entries.flat(map));
    } else if (value instanceof Collection<?> collection) {
      Containers.fill(own, collection.toArray());
    } else if (value.getClass().isArray()) {
      int length = Math.min(Array.getLength(own), Array.getLength(value));
      System.arraycopy(value, 0, own, 0, length);
    } else {
      setAtomic(own, value);
    }
  }

  @SuppressWarnings("unchecked")
  private static void setAtomic(Object own, Object value) {
    if (own instanceof AtomicInteger number) {
      number.set(((AtomicInteger) value).get());
    } else if (own instanceof AtomicLong number) {
      number.set(((AtomicLong) value).get());
    } else if (own instanceof AtomicBoolean flag) {
      flag.set(((AtomicBoolean) value).get());
    } else if (own instanceof AtomicReference<?>) {
      ((AtomicReference<Object>) own).set(((AtomicReference<Object>) value).get());
    }
  }
}
