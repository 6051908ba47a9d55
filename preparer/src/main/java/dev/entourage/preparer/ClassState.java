package dev.entourage.preparer;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;

/**
 * Tells whether a class is initialised, without initialising it. There is no official way: up to 21
 * {@code Unsafe} says so, from 22 on handles of static fields are lazy until then.
 */
final class ClassState {

  private static final int LAZY_HANDLES = 22;

  private ClassState() {}

  /** Says whether reading a static field runs no initialiser. */
  static boolean isInitialized(Field field) {
    try {
      return Runtime.version().feature() >= LAZY_HANDLES
          ? !isLazy(field)
          : !shouldBeInitialized(field.getDeclaringClass());
    } catch (ReflectiveOperationException e) {
      // Then nobody can tell, and nothing is run.
      return false;
    }
  }

  private static boolean isLazy(Field field) throws IllegalAccessException {
    Class<?> owner = field.getDeclaringClass();
    ClassState.class.getModule().addReads(owner.getModule());
    VarHandle handle =
        MethodHandles.privateLookupIn(owner, MethodHandles.lookup()).unreflectVarHandle(field);
    return handle.getClass().getSimpleName().startsWith("LazyInit");
  }

  private static boolean shouldBeInitialized(Class<?> type) throws ReflectiveOperationException {
    Class<?> unsafe = Class.forName("sun.misc.Unsafe");
    Field only = unsafe.getDeclaredField("theUnsafe");
    only.setAccessible(true);
    return (boolean)
        unsafe.getMethod("shouldBeInitialized", Class.class).invoke(only.get(null), type);
  }
}
