package dev.entourage.preparer;

import dev.entourage.MarshallingException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Set;

/**
 * Gives final static fields their values, each once, right behind its initialiser. Only the JDK's
 * own {@code Unsafe} can, silently on 17 and 25. No compiled code has taken the initialiser's value
 * for granted by then: a task whose code may read the field has not run yet. For one thread.
 */
final class FinalFields {

  private final Set<Field> given = new HashSet<>();

  /** Sets a field that was made accessible, unless it has the value. */
  void set(Field field, Object value) {
    boolean first = given.add(field);
    Object own = FieldAccess.read(field, null);
    boolean has = field.getType().isPrimitive() ? own.equals(value) : own == value;
    if (has) {
      return;
    }
    if (!first || !TrustedLookup.isAvailable()) {
      throw refused(field, own, value);
    }
    try {
      put(field, value);
    } catch (ReflectiveOperationException e) {
      throw new MarshallingException("A final static field can't be set: field=" + field, e);
    }
  }

  private static MarshallingException refused(Field field, Object own, Object value) {
    return new MarshallingException(
        "A final static field can't be given another object where tasks may have read it: field="
            + StaticsGroup.name(field)
            + ", worker="
            + sort(own)
            + ", driver="
            + sort(value)
            + ". Make the field non-final, or capture its value in a local variable.");
  }

  private static String sort(Object value) {
    return value == null ? "null" : value.getClass().getTypeName();
  }

  private static void put(Field field, Object value) throws ReflectiveOperationException {
    Class<?> type = Class.forName("jdk.internal.misc.Unsafe");
    Lookup lookup = TrustedLookup.in(type);
    Object unsafe = call(lookup.unreflect(type.getMethod("getUnsafe")));
    Object base =
        call(lookup.unreflect(type.getMethod("staticFieldBase", Field.class)), unsafe, field);
    Object offset =
        call(lookup.unreflect(type.getMethod("staticFieldOffset", Field.class)), unsafe, field);
    Class<?> held = field.getType().isPrimitive() ? field.getType() : Object.class;
    Method put = type.getMethod(name(held), Object.class, long.class, held);
    call(lookup.unreflect(put), unsafe, base, offset, value);
  }

  private static String name(Class<?> type) {
    String name = type.isPrimitive() ? type.getName() : "reference";
    return "put" + Character.toUpperCase(name.charAt(0)) + name.substring(1) + "Volatile";
  }

  private static Object call(MethodHandle method, Object... arguments)
      throws ReflectiveOperationException {
    try {
      return method.invokeWithArguments(arguments);
    } catch (ReflectiveOperationException | RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new ReflectiveOperationException(e);
    }
  }
}
