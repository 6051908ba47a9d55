package dev.entourage.preparer;

import dev.entourage.MarshallingException;
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
import java.util.function.Consumer;

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
  private final Consumer<LinkageError> failures;
  private final Map<String, Applied> applied = new HashMap<>();
  private long turns;

  /**
   * Makes the target of one loader.
   *
   * @param loader finds the fields' classes
   * @param failures hears of initialisers that fail here: the JVM tells the whole cause only once
   */
  public StaticsTarget(ClassLoader loader, Consumer<LinkageError> failures) {
    this.loader = loader;
    this.failures = failures;
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
   * @throws MarshallingException when a final field holds another sort of object here
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
    } catch (LinkageError e) {
      failures.accept(e);
      applied.remove(value.name());
    } catch (ClassNotFoundException | NoSuchFieldException e) {
      // The task meets the same as soon as it reads the field, and tells its driver.
      applied.remove(value.name());
    }
  }

  private static void set(Field field, Object value) {
    if (Modifier.isFinal(field.getModifiers())) {
      Object own = FieldAccess.read(field, null);
      requireLike(own, value, field);
      refill(own, value);
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

  /** What an initialiser made here may be another sort of object than it made at the driver. */
  private static void requireLike(Object own, Object value, Field field) {
    boolean alike =
        own != null
            && own.getClass() == value.getClass()
            && (!own.getClass().isArray() || Array.getLength(own) == Array.getLength(value));
    if (!alike) {
      throw new MarshallingException(
          "A final static field can only be filled where its initialiser makes the same sort of"
              + " object on the worker as on the driver: field="
              + field.getDeclaringClass().getName()
              + '.'
              + field.getName()
              + ", worker="
              + sort(own)
              + ", driver="
              + sort(value)
              + ". Make the field non-final, or capture its value in a local variable.");
    }
  }

  private static String sort(Object value) {
    if (value == null) {
      return "null";
    }
    String type = value.getClass().getTypeName();
    return value.getClass().isArray() ? type + " of " + Array.getLength(value) : type;
  }

  private static void refill(Object own, Object value) {
    if (value instanceof Map<?, ?> map) {
      Containers.fill(own, Entries.flat(map));
    } else if (value instanceof Collection<?> collection) {
      Containers.fill(own, collection.toArray());
    } else if (value.getClass().isArray()) {
      System.arraycopy(value, 0, own, 0, Array.getLength(value));
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
