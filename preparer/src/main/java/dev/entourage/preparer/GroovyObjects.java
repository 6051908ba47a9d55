package dev.entourage.preparer;

import java.lang.reflect.Method;
import java.util.Optional;

/**
 * Groovy's scripts and closures call through a metaclass, which their constructors look up and
 * which doesn't travel; so it is looked up for objects that were made without a constructor.
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

  private GroovyObjects() {}

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
