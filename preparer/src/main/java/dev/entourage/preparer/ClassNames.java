package dev.entourage.preparer;

import dev.entourage.MarshallingException;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names of classes in heads and tables, and the way back. Nothing is initialised. */
final class ClassNames {

  private static final Map<String, Class<?>> PRIMITIVES =
      Stream.of(
              boolean.class,
              byte.class,
              char.class,
              short.class,
              int.class,
              long.class,
              float.class,
              double.class,
              void.class)
          .collect(Collectors.toMap(Class::getName, Function.identity()));

  private ClassNames() {}

  /** Finds a class by what {@link Class#getName} says. */
  static Class<?> find(String name, ClassLoader loader) {
    if (name == null) {
      throw new MarshallingException("The bytes are damaged: a class has no name");
    }
    Class<?> primitive = PRIMITIVES.get(name);
    return primitive != null ? primitive : load(name, loader);
  }

  /** Finds a class by its name in class files, such as {@code java/lang/String}. */
  static Class<?> findInternal(String name, ClassLoader loader) {
    return find(name == null ? null : name.replace('/', '.'), loader);
  }

  private static Class<?> load(String name, ClassLoader loader) {
    try {
      return Class.forName(name, false, loader);
    } catch (ClassNotFoundException | LinkageError e) {
      throw new MarshallingException(
          "A class of the encoded objects can't be loaded here: class=" + name, e);
    }
  }

  /** Says whether a class is the JDK's own. */
  static boolean isJdk(Class<?> type) {
    String module = type.getModule().getName();
    return module != null && (module.startsWith("java.") || module.startsWith("jdk."));
  }
}
