package dev.entourage.preparer;

import dev.entourage.spi.RefusedException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.function.Consumer;

/** Maps as arrays of a key, its value, the next key. */
final class Entries {

  private Entries() {}

  /** Copies what is there now; other threads may change the map meanwhile. */
  static Object[] flat(Map<?, ?> map) {
    Object[] flat = new Object[2 * map.size()];
    int size = 0;
    for (Entry<?, ?> entry : map.entrySet()) {
      if (size == flat.length) {
        flat = Arrays.copyOf(flat, 2 * size + 2);
      }
      flat[size++] = entry.getKey();
      flat[size++] = entry.getValue();
    }
    if (map instanceof IdentityHashMap) {
      checkTexts(map, flat);
    }
    return size == flat.length ? flat : Arrays.copyOf(flat, size);
  }

  /** Equal texts arrive as one, so one of two entries would be lost. */
  private static void checkTexts(Map<?, ?> map, Object[] flat) {
    Set<String> texts = new HashSet<>();
    for (int i = 0; i < flat.length; i += 2) {
      if (flat[i] instanceof String text && !texts.add(text)) {
        throw new RefusedException("two keys of an identity map are equal texts", map);
      }
    }
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
