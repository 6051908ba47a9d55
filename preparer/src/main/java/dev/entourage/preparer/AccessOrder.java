package dev.entourage.preparer;

import java.lang.invoke.MethodHandle;
import java.util.LinkedHashMap;
import java.util.Map;

/** Whether the gets of a {@code LinkedHashMap} move its entries. The map itself doesn't tell. */
final class AccessOrder {

  /** Reads the map's field, or is null where the JDK doesn't let us. */
  private static final MethodHandle FIELD = field();

  private AccessOrder() {}

  static boolean of(LinkedHashMap<?, ?> map) {
    if (FIELD == null) {
      return shownBy(map);
    }
    try {
      return (boolean) FIELD.invokeExact((LinkedHashMap<?, ?>) map);
    } catch (Throwable e) {
      return shownBy(map);
    }
  }

  private static MethodHandle field() {
    if (!TrustedLookup.isAvailable()) {
      return null;
    }
    try {
      return TrustedLookup.in(LinkedHashMap.class)
          .findGetter(LinkedHashMap.class, "accessOrder", boolean.class);
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }

  /** An emptied copy shows it: exact on every Java, but the copy costs as much as the map. */
  @SuppressWarnings("unchecked")
  static boolean shownBy(LinkedHashMap<?, ?> map) {
    Map<Object, Object> probe = (Map<Object, Object>) map.clone();
    probe.clear();
    probe.put(1, 1);
    probe.put(2, 2);
    probe.get(1);
    return probe.keySet().iterator().next().equals(2);
  }
}
