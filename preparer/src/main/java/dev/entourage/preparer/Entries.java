package dev.entourage.preparer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.function.Consumer;

/** Maps as arrays of a key, its value, the next key. */
final class Entries {

  private Entries() {}

  /** Copies what is there now; other threads may change the map meanwhile. */
  static Object[] flat(Map<?, ?> map) {
    List<Object> flat = new ArrayList<>(2 * map.size());
    for (Entry<?, ?> entry : map.entrySet()) {
      flat.add(entry.getKey());
      flat.add(entry.getValue());
    }
    return flat.toArray();
  }

  /** Tells each key and its value. */
  static void tell(Map<?, ?> map, Consumer<Object> parts) {
    map.forEach(
        (key, value) -> {
          parts.accept(key);
          parts.accept(value);
        });
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  static Entry<Object, Object>[] of(Object[] flat) {
    Entry[] entries = new Entry[flat.length / 2];
    for (int i = 0; i < entries.length; i++) {
      entries[i] = Map.entry(flat[2 * i], flat[2 * i + 1]);
    }
    return entries;
  }

  /** Names a key or a value of a flat map on a path: a user looks for an entry by its key. */
  static String label(Object[] flat, int part) {
    return part % 2 == 0 ? "key" : "[" + key(flat[part - 1]) + "]";
  }

  /** Asks only keys that run no code of the user's when they are printed. */
  private static String key(Object key) {
    if (key instanceof Enum<?> constant) {
      return constant.name();
    }
    boolean plain = key instanceof String || key instanceof Integer || key instanceof Long;
    return plain ? key.toString() : key == null ? "null" : key.getClass().getSimpleName();
  }
}
