package dev.entourage.preparer;

import dev.entourage.MarshallingException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Primitives as 64 bits, arrays of them as bytes; types by their letter in class files. */
final class Bits {

  private Bits() {}

  static char letter(Class<?> primitive) {
    return primitive.descriptorString().charAt(0);
  }

  static char letterOfBoxed(Object value) {
    return java.lang.invoke.MethodType.methodType(value.getClass())
        .unwrap()
        .toMethodDescriptorString()
        .charAt(2);
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
      ByteBuffer out = ByteBuffer.allocate(2 * a.length);
      out.asCharBuffer().put(a);
      return out.array();
    }
    if (array instanceof short[] a) {
      ByteBuffer out = ByteBuffer.allocate(2 * a.length);
      out.asShortBuffer().put(a);
      return out.array();
    }
    if (array instanceof int[] a) {
      ByteBuffer out = ByteBuffer.allocate(4 * a.length);
      out.asIntBuffer().put(a);
      return out.array();
    }
    return wideBytes(array);
  }

  private static byte[] wideBytes(Object array) {
    if (array instanceof float[] a) {
      ByteBuffer out = ByteBuffer.allocate(4 * a.length);
      out.asFloatBuffer().put(a);
      return out.array();
    }
    if (array instanceof long[] a) {
      ByteBuffer out = ByteBuffer.allocate(8 * a.length);
      out.asLongBuffer().put(a);
      return out.array();
    }
    double[] a = (double[]) array;
    ByteBuffer out = ByteBuffer.allocate(8 * a.length);
    out.asDoubleBuffer().put(a);
    return out.array();
  }

  private static byte[] bytes(boolean[] array) {
    byte[] bytes = new byte[array.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (array[i] ? 1 : 0);
    }
    return bytes;
  }

  /** Says whether an array holds just what {@link #bytes} returned, bit by bit. */
  static boolean same(Object array, byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    if (array instanceof byte[] a) {
      return Arrays.equals(a, bytes);
    }
    if (array instanceof int[] a) {
      return Arrays.stream(a).allMatch(x -> x == in.getInt());
    }
    if (array instanceof long[] a) {
      return Arrays.stream(a).allMatch(x -> x == in.getLong());
    }
    if (array instanceof double[] a) {
      return Arrays.stream(a).allMatch(x -> Double.doubleToRawLongBits(x) == in.getLong());
    }
    return Arrays.equals(bytes(array), bytes);
  }

  static Object array(char letter, byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
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
