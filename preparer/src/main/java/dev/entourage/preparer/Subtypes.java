package dev.entourage.preparer;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Which of some classes are below which types, and in what order a class looks above itself. */
final class Subtypes {

  private final Map<String, Set<String>> below = new HashMap<>();
  private final Map<String, List<String>> above = new HashMap<>();

  void add(Class<?> type) {
    List<String> supertypes = hierarchy(type).map(Class::getName).toList();
    above.put(type.getName(), supertypes);
    supertypes.forEach(
        name -> below.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(type.getName()));
  }

  /** The classes that are a type or below it. */
  Set<String> below(String type) {
    return below.getOrDefault(type, Set.of());
  }

  /** A class and its supertypes, as {@link #hierarchy} has them; a stranger is alone. */
  List<String> above(String type) {
    return above.getOrDefault(type, List.of(type));
  }

  /** A class, its superclasses from the nearest on, then all their interfaces. */
  static Stream<Class<?>> hierarchy(Class<?> type) {
    Set<Class<?>> found = new LinkedHashSet<>();
    for (Class<?> next = type; next != null; next = next.getSuperclass()) {
      found.add(next);
    }
    for (Class<?> next : List.copyOf(found)) {
      addInterfaces(next, found);
    }
    return found.stream();
  }

  private static void addInterfaces(Class<?> type, Set<Class<?>> found) {
    for (Class<?> face : type.getInterfaces()) {
      found.add(face);
      addInterfaces(face, found);
    }
  }
}
