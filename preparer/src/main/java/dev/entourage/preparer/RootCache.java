package dev.entourage.preparer;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Remembers what follows from a set of root classes, for as long as the pool lives. Thread-safe.
 *
 * @param <V> what follows
 */
final class RootCache<V> {

  /** So many different sets are no longer the tasks of one program: better to begin anew. */
  private static final int MOST = 10_000;

  private final Map<Set<Class<?>>, V> known = new ConcurrentHashMap<>();
  private final Function<Set<Class<?>>, V> compute;
  private final Predicate<V> lasting;

  RootCache(Function<Set<Class<?>>, V> compute, Predicate<V> lasting) {
    this.compute = compute;
    this.lasting = lasting;
  }

  boolean knows(Set<Class<?>> roots) {
    return known.containsKey(roots);
  }

  /** Returns the same as the last time, where it lasts. */
  V of(Set<Class<?>> roots) {
    V value = known.get(roots);
    return value != null ? value : computed(roots);
  }

  private V computed(Set<Class<?>> roots) {
    V value = compute.apply(roots);
    if (!lasting.test(value)) {
      return value;
    }
    if (known.size() >= MOST) {
      known.clear();
    }
    V first = known.putIfAbsent(Set.copyOf(roots), value);
    return first != null ? first : value;
  }
}
