package dev.entourage.preparer;

import dev.entourage.MarshallingException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.util.List;

/**
 * Reads the same fields of many objects of one class: by their offsets where the JDK lets us, else
 * by reflection, which makes the walk of pointers half as fast. Method handles gain nothing over
 * reflection here, since there is one for each field and none is a constant to the compiler.
 *
 * <p>The offsets come from the JDK's inner {@code Unsafe}: unlike {@code sun.misc.Unsafe} it knows
 * records, and prints no warning.
 */
final class FieldReader {

  private static final String UNSAFE = "jdk.internal.misc.Unsafe";

  private static final MethodHandle OFFSET = find("objectFieldOffset", long.class, Field.class);
  private static final MethodHandle READ = getter("getReference", Object.class);
  private static final MethodHandle BOOLEAN = getter("getBoolean", boolean.class);
  private static final MethodHandle BYTE = getter("getByte", byte.class);
  private static final MethodHandle CHAR = getter("getChar", char.class);
  private static final MethodHandle SHORT = getter("getShort", short.class);
  private static final MethodHandle INT = getter("getInt", int.class);
  private static final MethodHandle LONG = getter("getLong", long.class);
  private static final MethodHandle FLOAT = getter("getFloat", float.class);
  private static final MethodHandle DOUBLE = getter("getDouble", double.class);

  static final FieldReader NONE = of(List.of());

  private final Field[] fields;
  private final char[] letters;
  private final long[] offsets;

  private FieldReader(List<Field> fields, long[] offsets) {
    this.fields = fields.toArray(Field[]::new);
    this.letters = new char[this.fields.length];
    this.offsets = offsets;
    for (int i = 0; i < letters.length; i++) {
      letters[i] = Bits.letter(this.fields[i].getType());
    }
  }

  /** Makes a reader of fields that were made accessible, of one class or its superclasses. */
  static FieldReader of(List<Field> fields) {
    return isDirect() ? direct(fields) : reflective(fields);
  }

  /** Says whether the JDK lets us read fields by their offsets. */
  static boolean isDirect() {
    // All or nothing: who has one of these methods has them all.
    return OFFSET != null && READ != null && DOUBLE != null;
  }

  static FieldReader reflective(List<Field> fields) {
    return new FieldReader(fields, null);
  }

  private static FieldReader direct(List<Field> fields) {
    return new FieldReader(fields, offsets(fields.toArray(Field[]::new)));
  }

  /** Returns where the fields are in an object, or null where this JDK doesn't tell. */
  static long[] offsets(Field[] fields) {
    if (OFFSET == null) {
      return null;
    }
    long[] offsets = new long[fields.length];
    try {
      for (int i = 0; i < offsets.length; i++) {
        offsets[i] = (long) OFFSET.invokeExact(fields[i]);
      }
      return offsets;
    } catch (Throwable e) {
      return null;
    }
  }

  /** Finds a method of Unsafe, or null where this JDK hides or lacks it. */
  static MethodHandle find(String method, Class<?> result, Class<?>... parameters) {
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

  private static MethodHandle getter(String method, Class<?> result) {
    return find(method, result, Object.class, long.class);
  }

  int count() {
    return fields.length;
  }

  /** Reads one of the fields; the owner must be of the class that they belong to. */
  Object read(Object owner, int field) {
    return offsets == null ? FieldAccess.read(fields[field], owner) : readAt(owner, offsets[field]);
  }

  static Object readAt(Object owner, long offset) {
    try {
      return (Object) READ.invokeExact(owner, offset);
    } catch (Throwable e) {
      throw new MarshallingException("A field can't be read: " + owner.getClass(), e);
    }
  }

  boolean isPrimitive(int field) {
    return letters[field] != 'L' && letters[field] != '[';
  }

  /** Returns the letter of a field's type, as {@link Bits} has it. */
  char letter(int field) {
    return letters[field];
  }

  /** Reads a primitive as {@link Bits} has it. */
  long bits(Object owner, int field) {
    return offsets == null
        ? Bits.of(FieldAccess.read(fields[field], owner))
        : bitsAt(owner, offsets[field], letters[field]);
  }

  static long bitsAt(Object owner, long offset, char letter) {
    try {
      return switch (letter) {
        case 'Z' -> (boolean) BOOLEAN.invokeExact(owner, offset) ? 1 : 0;
        case 'B' -> (byte) BYTE.invokeExact(owner, offset);
        case 'C' -> (char) CHAR.invokeExact(owner, offset);
        case 'S' -> (short) SHORT.invokeExact(owner, offset);
        case 'I' -> (int) INT.invokeExact(owner, offset);
        case 'J' -> (long) LONG.invokeExact(owner, offset);
        case 'F' -> Float.floatToRawIntBits((float) FLOAT.invokeExact(owner, offset));
        default -> Double.doubleToRawLongBits((double) DOUBLE.invokeExact(owner, offset));
      };
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
