package dev.entourage.preparer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks names up as the classes that mention them would, without running any code of theirs. Asks
 * each loader once for each name: a thousand classes mention the same few thousand names tens of
 * times each. For one thread.
 */
final class NameLookup {

  private final Map<ClassLoader, Map<String, Optional<Class<?>>>> known = new HashMap<>();
  private final Map<String, List<String>> signatures = new HashMap<>();

  /** The names in a descriptor or signature; most are in many class files. */
  List<String> in(String signature) {
    return signatures.computeIfAbsent(signature, SignatureNames::in);
  }

  /** Returns the class that a loader finds, or null. */
  Class<?> find(ClassLoader loader, String name) {
    return known
        .computeIfAbsent(loader, unknown -> new HashMap<>())
        .computeIfAbsent(name, unknown -> ask(loader, name))
        .orElse(null);
  }

  /** Asks a loader for a class. */
  static Optional<Class<?>> ask(ClassLoader loader, String name) {
    try {
      return Optional.of(Class.forName(name, false, loader));
    } catch (ClassNotFoundException | LinkageError e) {
      // Not a class after all, or one that nobody on the driver can use either.
      return Optional.empty();
    }
  }
}
