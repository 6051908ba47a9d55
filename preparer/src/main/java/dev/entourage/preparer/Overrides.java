package dev.entourage.preparer;

import dev.entourage.ConfigurationException;
import dev.entourage.preparer.Origin.Way;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the user said of packages, modules and jars. A package stands for those below it; the
 * longest name that fits decides.
 *
 * @param byValue what travels
 * @param byReference what doesn't
 */
record Overrides(Set<String> byValue, Set<String> byReference) {

  /**
   * One name of the options.
   *
   * @param way what they say of it
   * @param name the package, module or jar
   */
  record Choice(Way way, String name) {

    @Override
    public String toString() {
      return (way == Way.BY_VALUE ? "byValue" : "byReference") + "(\"" + name + "\")";
    }
  }

  boolean isEmpty() {
    return byValue.isEmpty() && byReference.isEmpty();
  }

  Stream<Choice> all() {
    return Stream.concat(
        byReference.stream().sorted().map(name -> new Choice(Way.BY_REFERENCE, name)),
        byValue.stream().sorted().map(name -> new Choice(Way.BY_VALUE, name)));
  }

  /** The name that fits a class by its package or module. */
  Optional<Choice> of(Class<?> type) {
    return longest(type.getModule().getName(), type.getPackageName());
  }

  /** The name that fits a package, for what is no class. */
  Optional<Choice> of(String packageName) {
    return longest(null, packageName);
  }

  /**
   * The name that decides about a jar. It goes one way as a whole: its classes mention each other.
   *
   * @param module the module's name, or null
   * @throws ConfigurationException when names would split it
   */
  Optional<Choice> of(Path jar, String module, Set<String> packages) {
    Map<Way, Choice> found = new EnumMap<>(Way.class);
    all().filter(choice -> isOf(choice.name(), jar)).forEach(c -> found.put(c.way(), c));
    for (String name : packages) {
      longest(module, name).ifPresent(choice -> found.putIfAbsent(choice.way(), choice));
    }
    if (found.size() > 1) {
      throw new ConfigurationException(
          "A jar goes one way: jar="
              + jar
              + " is named by "
              + found.get(Way.BY_VALUE)
              + " and by "
              + found.get(Way.BY_REFERENCE)
              + ". Leave one of them out.");
    }
    return found.values().stream().findFirst();
  }

  private Optional<Choice> longest(String module, String packageName) {
    return isEmpty() ? Optional.empty() : longestOfSome(module, packageName);
  }

  private Optional<Choice> longestOfSome(String module, String packageName) {
    return all()
        .filter(choice -> choice.name().equals(module) || contains(choice.name(), packageName))
        .max(Comparator.comparingInt(choice -> choice.name().length()));
  }

  /** Whether a package is another one or below it. */
  static boolean contains(String name, String packageName) {
    return packageName.startsWith(name)
        && (packageName.length() == name.length() || packageName.charAt(name.length()) == '.');
  }

  /** Whether a name means a jar, not a package or module. */
  static boolean isJar(String name) {
    return name.endsWith(".jar") || name.indexOf('/') >= 0 || name.indexOf('\\') >= 0;
  }

  /** Whether a name is that of a jar, by its file name or by its path. */
  static boolean isOf(String name, Path jar) {
    return isJar(name)
        && (jar.endsWith(name) || jar.equals(Path.of(name).toAbsolutePath().normalize()));
  }
}
