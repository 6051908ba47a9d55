package dev.entourage.preparer;

import dev.entourage.MarshallingException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.util.Arrays;
import java.util.Map;

/** Primitives as 64 bits, arrays of them as bytes; types by their letter in class files. */
final class Bits {

  /** Up to so many elements are copied faster one by one than by making a view for them. */
  private static final int FEW = 32;

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
      case 'Z' -> bits != 0;
      case 'B' -> (byte) bits;
      case 'C' -> (char) bits;
      case 'S' -> (short) bits;
      case 'I' -> (int) bits;
      case 'J' -> bits;
      case 'F' -> Float.intBitsToFloat((int) bits);
      case 'D' -> Double.longBitsToDouble(bits);
      default -> throw damaged();
    };
  }

  static byte[] bytes(Object array) {
    if (array instanceof byte[] a) {
      return a.clone();
    }
    if (array instanceof boolean[] a) {
      return bytes(a);
    }
    if (array instanceof char[] a) {
      ByteBuffer out = buffer(new byte[2 * a.length]);
      out.asCharBuffer().put(a);
      return out.array();
    }
    if (array instanceof short[] a) {
      ByteBuffer out = buffer(new byte[2 * a.length]);
      out.asShortBuffer().put(a);
      return out.array();
    }
    if (array instanceof int[] a) {
      ByteBuffer out = buffer(new byte[4 * a.length]);
      out.asIntBuffer().put(a);
      return out.array();
    }
    return wideBytes(array);
  }

  private static byte[] wideBytes(Object array) {
    if (array instanceof float[] a) {
      ByteBuffer out = buffer(new byte[4 * a.length]);
      out.asFloatBuffer().put(a);
      return out.array();
    }
    if (array instanceof long[] a) {
      ByteBuffer out = buffer(new byte[8 * a.length]);
      out.asLongBuffer().put(a);
      return out.array();
    }
    double[] a = (double[]) array;
    ByteBuffer out = buffer(new byte[8 * a.length]);
    if (a.length > FEW) {
      out.asDoubleBuffer().put(a);
    } else {
      for (double each : a) {
        out.putDouble(each);
      }
    }
    return out.array();
  }

  private static byte[] bytes(boolean[] array) {
    byte[] bytes = new byte[array.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (array[i] ? 1 : 0);
    }
    return bytes;
  }

  /** As most processors have it, so that arrays are copied and compared in one go. */
  private static ByteBuffer buffer(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Says whether an array holds just what {@link #bytes} returned, bit by bit. */
  static boolean same(Object array, byte[] bytes) {
    ByteBuffer in = buffer(bytes);
    if (array instanceof byte[] a) {
      return Arrays.equals(a, bytes);
    }
    if (array instanceof char[] a) {
      return CharBuffer.wrap(a).equals(in.asCharBuffer());
    }
    if (array instanceof short[] a) {
      return ShortBuffer.wrap(a).equals(in.asShortBuffer());
    }
    if (array instanceof int[] a) {
      return IntBuffer.wrap(a).equals(in.asIntBuffer());
    }
    if (array instanceof long[] a) {
      return LongBuffer.wrap(a).equals(in.asLongBuffer());
    }
    if (array instanceof float[] a) {
      return same(a, in);
    }
    return array instanceof double[] a ? same(a, in) : Arrays.equals(bytes(array), bytes);
  }

  /** Buffers would take 0.0 and -0.0 for the same. */
  private static boolean same(float[] array, ByteBuffer in) {
    boolean same = 4 * array.length == in.limit();
    for (int i = 0; same && i < array.length; i++) {
      same = Float.floatToRawIntBits(array[i]) == in.getInt(4 * i);
    }
    return same;
  }

  private static boolean same(double[] array, ByteBuffer in) {
    boolean same = 8 * array.length == in.limit();
    for (int i = 0; same && i < array.length; i++) {
      same = Double.doubleToRawLongBits(array[i]) == in.getLong(8 * i);
    }
    return same;
  }

  static Object array(char letter, byte[] bytes) {
    ByteBuffer in = buffer(bytes);
    switch (letter) {
      case 'B':
        return bytes.clone();
      case 'Z':
        return booleans(bytes);
      case 'C':
        char[] chars = new char[count(bytes, 2)];
        in.asCharBuffer().get(chars);
        return chars;
      case 'S':
        short[] shorts = new short[count(bytes, 2)];
        in.asShortBuffer().get(shorts);
        return shorts;
      case 'I':
        int[] ints = new int[count(bytes, 4)];
        in.asIntBuffer().get(ints);
        return ints;
      case 'J':
        long[] longs = new long[count(bytes, 8)];
        in.asLongBuffer().get(longs);
        return longs;
      case 'F':
        float[] floats = new float[count(bytes, 4)];
        in.asFloatBuffer().get(floats);
        return floats;
      case 'D':
        double[] doubles = new double[count(bytes, 8)];
        in.asDoubleBuffer().get(doubles);
        return doubles;
      default:
        throw damaged();
    }
  }

  private static boolean[] booleans(byte[] bytes) {
    boolean[] array = new boolean[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      array[i] = bytes[i] != 0;
    }
    return array;
  }

  private static int count(byte[] bytes, int width) {
    if (bytes.length % width != 0) {
      throw damaged();
    }
    return bytes.length / width;
  }

  private static MarshallingException damaged() {
    return new MarshallingException("The bytes are damaged: a primitive doesn't fit its type");
  }
}
