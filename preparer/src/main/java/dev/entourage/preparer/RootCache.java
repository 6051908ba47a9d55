package dev.entourage.preparer;

import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * Remembers what follows from a set of root classes, for as long as there is memory: the classes
 * are kept from being unloaded, and programs that make classes without end make sets without end.
 * Thread-safe.
 *
 * @param <V> what follows
 */
final class RootCache<V> {

  /** So much is no longer the tasks of one program: better to begin anew. */
  private static final int MOST = 200_000;

  /** What an entry weighs besides its value. */
  private static final int ENTRY = 20;

  private final Function<Set<Class<?>>, V> compute;
  private final Predicate<V> lasting;
  private final ToIntFunction<V> weight;
  private volatile SoftReference<Known<V>> known = new SoftReference<>(new Known<>());

  private static final class Known<V> {
    private final Map<Set<Class<?>>, V> values = new ConcurrentHashMap<>();
    private final AtomicInteger weight = new AtomicInteger();
  }

  /**
   * Makes an empty cache.
   *
   * @param compute finds out what follows
   * @param lasting whether it may be remembered, and whether what is remembered still holds
   * @param weight how many classes it refers to, about
   */
  RootCache(Function<Set<Class<?>>, V> compute, Predicate<V> lasting, ToIntFunction<V> weight) {
    this.compute = compute;
    this.lasting = lasting;
    this.weight = weight;
  }

  boolean knows(Set<Class<?>> roots) {
    V value = known().values.get(roots);
    return value != null && lasting.test(value);
  }

  /** Returns the same as the last time, where it lasts. */
  V of(Set<Class<?>> roots) {
    V value = known().values.get(roots);
    return value != null && lasting.test(value) ? value : computed(roots);
  }

  private Known<V> known() {
    Known<V> there = known.get();
    return there != null ? there : anew();
  }

  private Known<V> anew() {
    Known<V> empty = new Known<>();
    known = new SoftReference<>(empty);
    return empty;
  }

  private V computed(Set<Class<?>> roots) {
    V value = compute.apply(roots);
    if (!lasting.test(value)) {
      return value;
    }
    Known<V> there = known();
    if (there.weight.addAndGet(ENTRY + weight.applyAsInt(value)) > MOST) {
      there = anew();
    }
    return there.values.merge(
        Set.copyOf(roots), value, (first, second) -> lasting.test(first) ? first : second);
  }
}
