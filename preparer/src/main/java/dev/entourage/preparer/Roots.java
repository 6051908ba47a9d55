package dev.entourage.preparer;

import java.lang.reflect.Proxy;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Reduces the classes of objects to the user's classes that matter for code. */
final class Roots {

  private final CodeOrigins origins;

  Roots(CodeOrigins origins) {
    this.origins = origins;
  }

  /** The user's classes behind the classes of a task's objects and of what was encoded. */
  Set<Class<?>> of(Iterable<Class<?>> types, Iterable<Class<?>> encoded) {
    Set<Class<?>> roots = new HashSet<>();
    types.forEach(type -> reduce(type, roots::add));
    encoded.forEach(type -> reduce(type, roots::add));
    return roots;
  }

  /** Tells the user's classes behind the class of an object. */
  void reduce(Class<?> type, Consumer<Class<?>> found) {
    Class<?> element = element(type);
    if (element.isPrimitive() || element.isHidden()) {
      // A hidden class has no bytes; the object layer names the class that made it.
      return;
    }
    if (Proxy.isProxyClass(element)) {
      for (Class<?> face : element.getInterfaces()) {
        reduce(face, found);
      }
    } else if (origins.of(element).isUsers()) {
      found.accept(element);
    }
  }

  /** Returns what an array of arrays is made of in the end. */
  static Class<?> element(Class<?> type) {
    Class<?> element = type;
    while (element.isArray()) {
      element = element.getComponentType();
    }
    return element;
  }
}
