package dev.entourage.preparer;

import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Names code sources so that no two loaders share a name: the same file in two loaders makes two
 * classes, and each must come home as the one it left as. Thread-safe.
 */
final class SourceNames {

  private final Map<String, Loaders> known = new HashMap<>();

  /** The loaders of one source, numbered as they were met. */
  private static final class Loaders {
    private final Map<ClassLoader, Integer> numbers = new WeakHashMap<>();
    private int last;

    int number(ClassLoader loader) {
      return numbers.computeIfAbsent(loader, unknown -> ++last);
    }
  }

  /** Returns the source's text for the first loader, the text and a number for others. */
  synchronized String of(Class<?> type) {
    String source = Place.of(type).source();
    int number =
        known.computeIfAbsent(source, unknown -> new Loaders()).number(type.getClassLoader());
    return number == 1 ? source : source + "#" + number;
  }
}
