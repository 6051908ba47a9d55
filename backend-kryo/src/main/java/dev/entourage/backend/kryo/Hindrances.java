package dev.entourage.backend.kryo;

import java.io.Externalizable;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Knows why the objects of a class would not travel right by their fields. */
final class Hindrances {

  /** Their only fields are caches, which start anew. */
  private static final Set<Class<?>> CACHES_ONLY = Set.of(AbstractList.class, AbstractMap.class);

  private Hindrances() {}

  /** What keeps the objects of a class from travelling by their fields; empty when nothing does. */
  static Optional<String> of(Class<?> type) {
    if (isPlatform(type) && type != Object.class) {
      return Optional.of(
          "An object of this class of the JDK has no form in which it could travel: class="
              + type.getName()
              + ". Make it where it is used, or replace it with a layer.");
    }
    if (type.isHidden() || Proxy.isProxyClass(type)) {
      return Optional.of(
          "A class without a name of its own can't be found elsewhere: class=" + type.getName());
    }
    if (type.isInterface() || Modifier.isAbstract(type.getModifiers())) {
      return Optional.of("No object has this class: class=" + type.getName());
    }
    return ofHierarchy(type);
  }

  private static Optional<String> ofHierarchy(Class<?> type) {
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      if (isPlatform(c) && hasState(c)) {
        return Optional.of(
            "The state that this class inherits from the JDK can't be read: class="
                + type.getName()
                + " inherits="
                + c.getName()
                + ". Hold the inherited object in a field instead.");
      }
      if (Serializable.class.isAssignableFrom(type) && hasOwnWay(c)) {
        return Optional.of(
            "This class writes itself in its own way, which this backend doesn't know: class="
                + c.getName()
                + ". Replace it with a layer.");
      }
    }
    return Optional.empty();
  }

  /** Says how to open a class of a named module. */
  static String closed(Class<?> type) {
    return "The fields of this class can't be reached: class="
        + type.getName()
        + ". Add this line to the module-info of "
        + type.getModule().getName()
        + ": opens "
        + type.getPackageName()
        + ";";
  }

  static boolean isPlatform(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    return loader == null || loader == ClassLoader.getPlatformClassLoader();
  }

  private static boolean hasState(Class<?> type) {
    return !CACHES_ONLY.contains(type)
        && type != Record.class
        && Arrays.stream(type.getDeclaredFields())
            .anyMatch(f -> !Modifier.isStatic(f.getModifiers()));
  }

  private static boolean hasOwnWay(Class<?> type) {
    return !isPlatform(type)
        && !type.isRecord()
        && (Externalizable.class.isAssignableFrom(type)
            || declares(type, "writeObject", ObjectOutputStream.class)
            || declares(type, "readObject", ObjectInputStream.class)
            || declares(type, "writeReplace")
            || declares(type, "readResolve"));
  }

  private static boolean declares(Class<?> type, String name, Class<?>... parameters) {
    try {
      type.getDeclaredMethod(name, parameters);
      return true;
    } catch (NoSuchMethodException e) {
      return false;
    }
  }
}
