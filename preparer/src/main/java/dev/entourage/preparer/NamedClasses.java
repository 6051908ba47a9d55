package dev.entourage.preparer;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The classes of one loader by their names: one loader gives one class for a name. The JVM takes a
 * microsecond for what is known here. Only classes that were found are kept, by whoever holds the
 * loader anyway.
 */
final class NamedClasses {

  private final ClassLoader loader;
  private final Map<String, Class<?>> classes = new ConcurrentHashMap<>();

  NamedClasses(ClassLoader loader) {
    this.loader = loader;
  }

  /** Finds a class by what {@link Class#getName} says; the name may come from damaged bytes. */
  Class<?> find(String name) {
    Class<?> known = name == null ? null : classes.get(name);
    if (known == null) {
      known = ClassNames.find(name, loader);
      classes.put(name, known);
    }
    return known;
  }
}
