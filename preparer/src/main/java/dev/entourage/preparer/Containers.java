package dev.entourage.preparer;

import dev.entourage.MarshallingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.WeakHashMap;

/** Makes and fills {@link JdkCollections} out of data that may be damaged. */
final class Containers {

  private Containers() {}

  /** Returns what is needed to make a container empty: its comparator, or whether gets move. */
  static Object order(Object container) {
    if (container instanceof LinkedHashMap<?, ?> map) {
      return AccessOrder.of(map) ? true : null;
    }
    return JdkCollections.isSorted(container.getClass())
        ? JdkCollections.comparator(container)
        : null;
  }

  /** Makes an empty container; the order is what {@link #order} returned. */
  static Object empty(Class<?> type, Object order) {
    return order instanceof Boolean && type == LinkedHashMap.class
        ? new LinkedHashMap<>(16, 0.75f, (Boolean) order)
        : compared(type, order);
  }

  /**
   * Makes an empty container of those that it will have. Tables for hashes get the size to which
   * they would grow, which takes a third of the time, and leaves the order as it would be.
   */
  static Object empty(Class<?> type, Object order, int elements) {
    if (order == null && type == HashMap.class) {
      return new HashMap<>(room(elements / 2));
    }
    if (order == null && type == ArrayList.class) {
      return new ArrayList<>(elements);
    }
    if (order == null && type == LinkedHashMap.class) {
      return new LinkedHashMap<>(room(elements / 2));
    }
    return order == null && type == HashSet.class
        ? new HashSet<>(room(elements))
        : empty(type, order);
  }

  private static int room(int entries) {
    return Math.max(16, (int) Math.ceil(entries / 0.75));
  }

  private static Object compared(Class<?> type, Object comparator) {
    if (comparator != null && !(comparator instanceof Comparator)) {
      throw damaged(type, null);
    }
    Comparator<?> order = (Comparator<?>) comparator;
    if (JdkCollections.isCollection(type)) {
      return JdkCollections.newCollection(type, order);
    }
    if (JdkCollections.isMap(type)) {
      return JdkCollections.newMap(type, order);
    }
    throw damaged(type, null);
  }

  /** Empties a container and adds elements, or keys each with its value. */
  @SuppressWarnings("unchecked")
  static void fill(Object container, Object[] elements) {
    try {
      if (container instanceof Map) {
        ((Map<Object, Object>) container).clear();
        put((Map<Object, Object>) container, elements);
      } else {
        ((Collection<Object>) container).clear();
        ((Collection<Object>) container).addAll(Arrays.asList(elements));
      }
    } catch (ClassCastException | NullPointerException e) {
      throw damaged(container.getClass(), e);
    }
    checkSize(container, elements.length);
  }

  /** Adds a key to a hash map, with its value. */
  static void put(HashMap<Object, Object> map, Object key, Object value) {
    try {
      map.put(key, value);
    } catch (ClassCastException | NullPointerException e) {
      throw damaged(map.getClass(), e);
    }
  }

  /** Says whether a container finds all that it was filled with. */
  static boolean holds(Object container, Object[] elements) {
    if (container instanceof Queue<?> queue) {
      return isHeap(queue.toArray(), JdkCollections.comparator(queue));
    }
    if (container instanceof Collection<?> collection) {
      return Arrays.stream(elements).allMatch(collection::contains);
    }
    for (int i = 0; i < elements.length; i += 2) {
      if (((Map<?, ?>) container).get(elements[i]) != elements[i + 1]) {
        return false;
      }
    }
    return true;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static boolean isHeap(Object[] heap, Comparator<?> comparator) {
    Comparator<Object> order =
        (Comparator) (comparator == null ? Comparator.naturalOrder() : comparator);
    for (int i = 1; i < heap.length; i++) {
      if (order.compare(heap[(i - 1) / 2], heap[i]) > 0) {
        return false;
      }
    }
    return true;
  }

  /** Never a lost entry: keys that weren't equal where they came from must not be so here. */
  static void checkSize(Object container, int elements) {
    boolean lost =
        container instanceof Map<?, ?> map
            ? map.size() != elements / 2 && !(map instanceof WeakHashMap)
            : ((Collection<?>) container).size() != elements;
    if (lost) {
      throw new MarshallingException(
          "Keys that differed where they came from are equal here: class="
              + container.getClass().getName());
    }
  }

  private static void put(Map<Object, Object> map, Object[] flat) {
    if (flat.length % 2 != 0) {
      throw damaged(map.getClass(), null);
    }
    for (int i = 0; i < flat.length; i += 2) {
      map.put(flat[i], flat[i + 1]);
    }
  }

  static Object filled(Class<?> type, Object comparator, Object[] elements) {
    Object container = empty(type, comparator);
    fill(container, elements);
    return container;
  }

  private static MarshallingException damaged(Class<?> type, Exception cause) {
    return new MarshallingException(
        "The bytes are damaged: no such container can be made: class=" + type.getName(), cause);
  }
}
