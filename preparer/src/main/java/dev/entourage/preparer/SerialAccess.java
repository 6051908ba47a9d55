package dev.entourage.preparer;

import dev.entourage.MarshallingException;
import java.io.Externalizable;
import java.io.Serializable;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;

/**
 * What serialization libraries may do that others may not: make objects without a constructor and
 * call the private hooks of {@code Serializable}. Reached reflectively, since javac warns about it.
 */
final class SerialAccess {

  private static final Object FACTORY = factory();
  private static final Method CONSTRUCTOR =
      method("newConstructorForSerialization", Class.class, Constructor.class);
  private static final Method WRITE_REPLACE = method("writeReplaceForSerialization", Class.class);
  private static final Method READ_RESOLVE = method("readResolveForSerialization", Class.class);
  private static final Method WRITE_OBJECT = method("writeObjectForSerialization", Class.class);
  private static final Method READ_OBJECT = method("readObjectForSerialization", Class.class);

  private static final ClassValue<Boolean> READS_ITSELF =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return computeReadsItself(type);
        }
      };

  private SerialAccess() {}

  /** Returns a constructor of a class that runs only the given constructor of a superclass. */
  static Constructor<?> constructor(Class<?> type, Constructor<?> from) {
    return (Constructor<?>) call(CONSTRUCTOR, type, from);
  }

  /** Returns the class's own or inherited {@code writeReplace}, or null. */
  static MethodHandle writeReplace(Class<?> type) {
    return (MethodHandle) call(WRITE_REPLACE, type);
  }

  /** Returns the class's own or inherited {@code readResolve}, or null. */
  static MethodHandle readResolve(Class<?> type) {
    return (MethodHandle) call(READ_RESOLVE, type);
  }

  /** Says whether a class decides itself how it is serialized. */
  static boolean customised(Class<?> type) {
    if (!Serializable.class.isAssignableFrom(type)) {
      return false;
    }
    return Externalizable.class.isAssignableFrom(type)
        || writeReplace(type) != null
        || readResolve(type) != null
        || !type.isRecord() && writesOrReads(type);
  }

  /** Says whether a class has code of its own that runs when it is read. */
  static boolean readsItself(Class<?> type) {
    return READS_ITSELF.get(type);
  }

  private static boolean computeReadsItself(Class<?> type) {
    return Serializable.class.isAssignableFrom(type)
        && (Externalizable.class.isAssignableFrom(type)
            || type.isRecord()
            || readResolve(type) != null
            || call(READ_OBJECT, type) != null);
  }

  /** Says whether {@code readResolve} is all that a class has to say about its serial form. */
  static boolean onlyResolves(Class<?> type) {
    return !ClassNames.isJdk(type)
        && !type.isRecord()
        && !Externalizable.class.isAssignableFrom(type)
        && writeReplace(type) == null
        && readResolve(type) != null
        && !writesOrReads(type);
  }

  /** Says whether a class, or one between it and a base, decides itself how it is serialized. */
  static boolean customisedBelow(Class<?> type, Class<?> base) {
    if (Externalizable.class.isAssignableFrom(type)
        || writeReplace(type) != null
        || readResolve(type) != null) {
      return true;
    }
    for (Class<?> c = type; c != base; c = c.getSuperclass()) {
      if (call(WRITE_OBJECT, c) != null || call(READ_OBJECT, c) != null) {
        return true;
      }
    }
    return false;
  }

  private static boolean writesOrReads(Class<?> type) {
    for (Class<?> c = type; Serializable.class.isAssignableFrom(c); c = c.getSuperclass()) {
      if (call(WRITE_OBJECT, c) != null || call(READ_OBJECT, c) != null) {
        return true;
      }
      if (c.getSuperclass() == null) {
        return false;
      }
    }
    return false;
  }

  private static Object call(Method method, Object... arguments) {
    try {
      return method.invoke(FACTORY, arguments);
    } catch (ReflectiveOperationException e) {
      throw new MarshallingException(method.getName() + " failed for " + arguments[0], e);
    }
  }

  private static Object factory() {
    try {
      return SerialFactory.type().getMethod("getReflectionFactory").invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Method method(String name, Class<?>... parameters) {
    try {
      return SerialFactory.type().getMethod(name, parameters);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }
}
