package dev.entourage.preparer;

import dev.entourage.MarshallingException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;

/**
 * Sets the same fields of many new objects of one class, as {@link FieldReader} reads them: by
 * their offsets where the JDK lets us, else by reflection, which on Java 17 fences the memory
 * behind each final field. No records: their fields are constants to the compiler.
 *
 * <p>Who hands the objects to other threads fences once, with {@link #publish}.
 */
final class FieldWriter {

  private static final MethodHandle REFERENCE = setter("putReference", Object.class);
  private static final MethodHandle BOOLEAN = setter("putBoolean", boolean.class);
  private static final MethodHandle BYTE = setter("putByte", byte.class);
  private static final MethodHandle CHAR = setter("putChar", char.class);
  private static final MethodHandle SHORT = setter("putShort", short.class);
  private static final MethodHandle INT = setter("putInt", int.class);
  private static final MethodHandle LONG = setter("putLong", long.class);
  private static final MethodHandle FLOAT = setter("putFloat", float.class);
  private static final MethodHandle DOUBLE = setter("putDouble", double.class);

  private final Field[] fields;
  private final Class<?>[] types;
  private final char[] letters;

  /** Null where fields are set by reflection. */
  private final long[] offsets;

  private FieldWriter(Field[] fields, long[] offsets) {
    this.fields = fields;
    this.offsets = offsets;
    types = new Class<?>[fields.length];
    letters = new char[fields.length];
    for (int i = 0; i < fields.length; i++) {
      types[i] = fields[i].getType();
      letters[i] = Bits.letter(types[i]);
    }
  }

  /** Makes a writer of fields that were made accessible, of one class or its superclasses. */
  static FieldWriter of(Field[] fields) {
    // All or nothing: who has one of these methods has them all.
    return new FieldWriter(fields, isDirect() ? FieldReader.offsets(fields) : null);
  }

  /** Says whether the JDK lets us set fields by their offsets. */
  static boolean isDirect() {
    return REFERENCE != null && DOUBLE != null;
  }

  static FieldWriter reflective(Field[] fields) {
    return new FieldWriter(fields, null);
  }

  private static MethodHandle setter(String method, Class<?> value) {
    return FieldReader.find(method, void.class, Object.class, long.class, value);
  }

  int count() {
    return fields.length;
  }

  boolean isPrimitive(int field) {
    return types[field].isPrimitive();
  }

  /** Returns the letter of a field's type, as {@link Bits} has it. */
  char letter(int field) {
    return letters[field];
  }

  /** Sets a reference; the owner must be of the very class that this writer was made for. */
  void write(Object owner, int field, Object value) {
    if (offsets == null) {
      FieldAccess.write(fields[field], owner, value);
      return;
    }
    // Of a primitive no object is an instance, and null must not reach one either.
    if (value == null ? types[field].isPrimitive() : !types[field].isInstance(value)) {
      throw failed(field, null);
    }
    put(owner, offsets[field], value);
  }

  /** Sets a primitive as {@link Bits} has it. */
  void bits(Object owner, int field, long bits) {
    if (offsets == null) {
      FieldAccess.write(fields[field], owner, Bits.boxed(letters[field], bits));
      return;
    }
    put(owner, letters[field], offsets[field], bits);
  }

  /** Sets a primitive at an offset. */
  static void put(Object owner, char letter, long offset, long bits) {
    try {
      switch (letter) {
        case 'Z' -> BOOLEAN.invokeExact(owner, offset, bits != 0);
        case 'B' -> BYTE.invokeExact(owner, offset, (byte) bits);
        case 'C' -> CHAR.invokeExact(owner, offset, (char) bits);
        case 'S' -> SHORT.invokeExact(owner, offset, (short) bits);
        case 'I' -> INT.invokeExact(owner, offset, (int) bits);
        case 'J' -> LONG.invokeExact(owner, offset, bits);
        case 'F' -> FLOAT.invokeExact(owner, offset, Float.intBitsToFloat((int) bits));
        case 'D' -> DOUBLE.invokeExact(owner, offset, Double.longBitsToDouble(bits));
        default -> throw Bits.damaged();
      }
    } catch (Throwable e) {
      throw new MarshallingException("A field can't be set: " + owner.getClass(), e);
    }
  }

  /** Sets a reference at an offset, to an object of the field's type. */
  static void put(Object owner, long offset, Object value) {
    try {
      REFERENCE.invokeExact(owner, offset, value);
    } catch (Throwable e) {
      throw new MarshallingException("A field can't be set: " + owner.getClass(), e);
    }
  }

  /**
   * Sets the last fields, primitives that {@link Wire} wrote; returns where the next number begins.
   * One loop over bytes, since most steps are about these.
   */
  int read(Object owner, int first, byte[] from, int start) {
    int at = start;
    for (int field = first; field < letters.length; field++) {
      final char letter = letters[field];
      long bits;
      switch (letter) {
        case 'Z', 'B' -> bits = from[at++];
        case 'F' -> {
          bits = (int) Wire.INTS.get(from, at);
          at += Integer.BYTES;
        }
        case 'D' -> {
          bits = (long) Wire.LONGS.get(from, at);
          at += Long.BYTES;
        }
        default -> {
          byte part = from[at++];
          bits = part & 0x7f;
          for (int shift = 7; part < 0; shift += 7) {
            StepsIn.require(shift < Long.SIZE, "a number");
            part = from[at++];
            bits |= (part & 0x7fL) << shift;
          }
          bits = letter == 'C' ? bits : bits >>> 1 ^ -(bits & 1);
        }
      }
      bits(owner, field, bits);
    }
    return at;
  }

  /** Other threads that get to see one of the objects see its final fields set. */
  static void publish() {
    VarHandle.releaseFence();
  }

  private MarshallingException failed(int field, Throwable cause) {
    return new MarshallingException("A field can't be set: " + fields[field], cause);
  }
}
