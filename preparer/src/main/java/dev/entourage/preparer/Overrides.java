package dev.entourage.preparer;

import dev.entourage.preparer.Origin.Way;
import java.util.Optional;
import java.util.Set;

/**
 * What the user said of packages and modules. A package stands for those below it; the longest name
 * that fits a class decides.
 *
 * @param byValue packages and modules that travel
 * @param byReference packages and modules that don't
 */
record Overrides(Set<String> byValue, Set<String> byReference) {

  Optional<Way> of(Class<?> type) {
    int value = longest(byValue, type);
    int reference = longest(byReference, type);
    if (value < 0 && reference < 0) {
      return Optional.empty();
    }
    return Optional.of(value > reference ? Way.BY_VALUE : Way.BY_REFERENCE);
  }

  private static int longest(Set<String> names, Class<?> type) {
    return names.stream()
        .filter(name -> fits(name, type))
        .mapToInt(String::length)
        .max()
        .orElse(-1);
  }

  private static boolean fits(String name, Class<?> type) {
    return name.equals(type.getModule().getName())
        || type.getPackageName().equals(name)
        || type.getPackageName().startsWith(name + '.');
  }
}
