package dev.entourage.preparer;

import dev.entourage.MarshallingException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.WeakHashMap;

/** Makes and fills {@link JdkCollections} out of data that may be damaged. */
final class Containers {

  private Containers() {}

  /** Makes an empty container. */
  static Object empty(Class<?> type, Object comparator) {
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

  /** Adds elements, or keys each with its value. */
  @SuppressWarnings("unchecked")
  static void fill(Object container, Object[] elements) {
    try {
      if (container instanceof Map) {
        put((Map<Object, Object>) container, elements);
      } else {
        ((Collection<Object>) container).addAll(Arrays.asList(elements));
      }
    } catch (ClassCastException | NullPointerException e) {
      throw damaged(container.getClass(), e);
    }
    checkSize(container, elements.length);
  }

  /** Never a lost entry: keys that weren't equal where they came from must not be so here. */
  private static void checkSize(Object container, int elements) {
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
