package dev.entourage.preparer;

import dev.entourage.preparer.Origin.Way;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the user said of packages and modules. A package stands for those below it; the longest name
 * that fits a class decides.
 *
 * @param byValue packages and modules that travel
 * @param byReference packages and modules that don't
 */
record Overrides(Set<String> byValue, Set<String> byReference) {

  Optional<Way> of(Class<?> type) {
    String module = type.getModule().getName();
    return of(name -> name.equals(module) || fits(name, type.getPackageName()));
  }

  /** For what is no class, such as a resource. */
  Optional<Way> of(String packageName) {
    return of(name -> fits(name, packageName));
  }

  private Optional<Way> of(Predicate<String> fits) {
    int value = longest(byValue, fits);
    int reference = longest(byReference, fits);
    if (value < 0 && reference < 0) {
      return Optional.empty();
    }
    return Optional.of(value > reference ? Way.BY_VALUE : Way.BY_REFERENCE);
  }

  private static int longest(Set<String> names, Predicate<String> fits) {
    return names.stream().filter(fits).mapToInt(String::length).max().orElse(-1);
  }

  private static boolean fits(String name, String packageName) {
    return packageName.equals(name) || packageName.startsWith(name + '.');
  }
}
