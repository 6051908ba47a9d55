package dev.entourage.preparer;

import dev.entourage.MarshallingException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.util.List;

/**
 * Reads the same references of many objects of one class: by their offsets where the JDK lets us,
 * else by reflection, which makes the walk of pointers half as fast. Method handles gain nothing
 * over reflection here, since there is one for each field and none is a constant to the compiler.
 *
 * <p>The offsets come from the JDK's inner {@code Unsafe}: unlike {@code sun.misc.Unsafe} it knows
 * records, and prints no warning.
 */
final class FieldReader {

  private static final String UNSAFE = "jdk.internal.misc.Unsafe";

  private static final MethodHandle OFFSET = find("objectFieldOffset", long.class, Field.class);
  private static final MethodHandle READ =
      find("getReference", Object.class, Object.class, long.class);

  static final FieldReader NONE = of(List.of());

  private final Field[] fields;
  private final long[] offsets;

  private FieldReader(List<Field> fields, long[] offsets) {
    this.fields = fields.toArray(Field[]::new);
    this.offsets = offsets;
  }

  /** Makes a reader of fields that were made accessible, of one class or its superclasses. */
  static FieldReader of(List<Field> fields) {
    return OFFSET == null || READ == null ? reflective(fields) : direct(fields);
  }

  static FieldReader reflective(List<Field> fields) {
    return new FieldReader(fields, null);
  }

  private static FieldReader direct(List<Field> fields) {
    long[] offsets = new long[fields.size()];
    try {
      for (int i = 0; i < offsets.length; i++) {
        offsets[i] = (long) OFFSET.invokeExact(fields.get(i));
      }
      return new FieldReader(fields, offsets);
    } catch (Throwable e) {
      return reflective(fields);
    }
  }

  /** Finds a method of Unsafe, or null where this JDK hides or lacks it. */
  private static MethodHandle find(String method, Class<?> result, Class<?>... parameters) {
    if (!TrustedLookup.isAvailable()) {
      return null;
    }
    try {
      Class<?> type = Class.forName(UNSAFE);
      Lookup lookup = TrustedLookup.in(type);
      Object unsafe = lookup.findStatic(type, "getUnsafe", MethodType.methodType(type)).invoke();
      return lookup
          .findVirtual(type, method, MethodType.methodType(result, parameters))
          .bindTo(unsafe);
    } catch (VirtualMachineError e) {
      throw e;
    } catch (Throwable e) {
      return null;
    }
  }

  int count() {
    return fields.length;
  }

  /** Reads one of the fields; the owner must be of the class that they belong to. */
  Object read(Object owner, int field) {
    return offsets == null ? FieldAccess.read(fields[field], owner) : readAt(owner, offsets[field]);
  }

  private static Object readAt(Object owner, long offset) {
    try {
      return (Object) READ.invokeExact(owner, offset);
    } catch (Throwable e) {
      throw new MarshallingException("A field can't be read: " + owner.getClass(), e);
    }
  }

  /** Says whether one of the fields isn't null. */
  boolean leadsOn(Object owner) {
    for (int i = 0; i < fields.length; i++) {
      if (read(owner, i) != null) {
        return true;
      }
    }
    return false;
  }
}
