package dev.entourage.preparer;

import dev.entourage.MarshallingException;
import java.util.Map;

/** Primitives as 64 bits; types by their letter in class files. */
final class Bits {

  private static final Map<Class<?>, Character> BOXES =
      Map.of(
          Boolean.class, 'Z',
          Byte.class, 'B',
          Character.class, 'C',
          Short.class, 'S',
          Integer.class, 'I',
          Long.class, 'J',
          Float.class, 'F',
          Double.class, 'D');

  private Bits() {}

  static char letter(Class<?> primitive) {
    return primitive.descriptorString().charAt(0);
  }

  static char letterOfBoxed(Object value) {
    return BOXES.get(value.getClass());
  }

  /** The letter of the primitives in an array or a box; 0 for a string. */
  static char letterOfLeaf(Class<?> type) {
    return type.isArray() ? type.getName().charAt(1) : BOXES.getOrDefault(type, (char) 0);
  }

  static long of(Object boxed) {
    if (boxed instanceof Boolean b) {
      return b ? 1 : 0;
    }
    if (boxed instanceof Character c) {
      return c;
    }
    if (boxed instanceof Float f) {
      return Float.floatToRawIntBits(f);
    }
    return boxed instanceof Double d ? Double.doubleToRawLongBits(d) : ((Number) boxed).longValue();
  }

  static Object boxed(char letter, long bits) {
    return switch (letter) {
      case 'Z' -> booleanOf(bits);
      case 'B' -> byteOf(bits);
      case 'C' -> charOf(bits);
      case 'S' -> shortOf(bits);
      case 'I' -> intOf(bits);
      case 'J' -> longOf(bits);
      case 'F' -> floatOf(bits);
      case 'D' -> doubleOf(bits);
      default -> throw damaged();
    };
  }

  static boolean booleanOf(long bits) {
    return bits != 0;
  }

  static byte byteOf(long bits) {
    return (byte) bits;
  }

  static char charOf(long bits) {
    return (char) bits;
  }

  static short shortOf(long bits) {
    return (short) bits;
  }

  static int intOf(long bits) {
    return (int) bits;
  }

  static long longOf(long bits) {
    return bits;
  }

  static float floatOf(long bits) {
    return Float.intBitsToFloat((int) bits);
  }

  static double doubleOf(long bits) {
    return Double.longBitsToDouble(bits);
  }

  static MarshallingException damaged() {
    return new MarshallingException("The bytes are damaged: a primitive doesn't fit its type");
  }
}
