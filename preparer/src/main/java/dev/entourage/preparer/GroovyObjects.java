package dev.entourage.preparer;

import dev.entourage.spi.RefusedException;
import java.lang.reflect.Method;
import java.util.Optional;

/**
 * Groovy's objects call through a metaclass, which doesn't travel. That of scripts and closures is
 * looked up by their constructors; so it is looked up for objects that were made without one. What
 * a program has added to a metaclass while it ran would be gone: such an object is refused.
 */
final class GroovyObjects {

  /** By name: the library may be there in any loader, or not at all. */
  private static final String BASE = "groovy.lang.GroovyObjectSupport";

  private static final ClassValue<Optional<Method>> SETTERS =
      new ClassValue<>() {
        @Override
        protected Optional<Method> computeValue(Class<?> type) {
          return setter(type);
        }
      };

  private static final String OBJECT = "groovy.lang.GroovyObject";
  private static final String CHANGEABLE = "groovy.lang.ExpandoMetaClass";

  private static final ClassValue<Boolean> GROOVY =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return isGroovy(type);
        }
      };

  private GroovyObjects() {}

  /** Says whether objects of a class have a metaclass. */
  static boolean has(Class<?> type) {
    return GROOVY.get(type);
  }

  private static boolean isGroovy(Class<?> type) {
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      for (Class<?> face : c.getInterfaces()) {
        if (face.getName().equals(OBJECT)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Refuses an object to which a program has given methods that its class doesn't have. */
  static void check(Object value) {
    try {
      Object metaClass = value.getClass().getMethod("getMetaClass").invoke(value);
      for (Class<?> c = metaClass.getClass(); c != null; c = c.getSuperclass()) {
        if (c.getName().equals(CHANGEABLE)
            && (boolean) c.getMethod("isModified").invoke(metaClass)) {
          throw new RefusedException(
              "its methods were changed by way of its metaClass, which doesn't travel; write them"
                  + " into its class, or change them inside the task",
              value);
        }
      }
    } catch (ReflectiveOperationException | NullPointerException e) {
      // An object without a metaclass has the methods of its class.
    }
  }

  /** Says whether the objects of a class have such a metaclass. */
  static boolean areOf(Class<?> type) {
    return SETTERS.get(type).isPresent();
  }

  /** Lets a Groovy object find its metaclass; any other object stays as it is. */
  static void complete(Object made) throws ReflectiveOperationException {
    Optional<Method> setter = SETTERS.get(made.getClass());
    if (setter.isPresent()) {
      // Null is Groovy's word for the default.
      setter.get().invoke(made, (Object) null);
    }
  }

  private static Optional<Method> setter(Class<?> type) {
    for (Class<?> base = type; base != null; base = base.getSuperclass()) {
      if (base.getName().equals(BASE)) {
        return setterOf(base);
      }
    }
    return Optional.empty();
  }

  private static Optional<Method> setterOf(Class<?> base) {
    for (Method method : base.getMethods()) {
      if (method.getName().equals("setMetaClass") && method.getParameterCount() == 1) {
        return Optional.of(method);
      }
    }
    return Optional.empty();
  }
}
