package dev.entourage.preparer;

import dev.entourage.MarshallingException;
import dev.entourage.spi.LongArray;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** An array of primitives that is written where it shall be, and read from where it is. */
record Primitives(Object array, int bytes) implements LongArray {

  static Primitives of(Object array, char letter) {
    long bytes = (long) Array.getLength(array) * width(letter);
    if (bytes > Integer.MAX_VALUE) {
      throw new MarshallingException(
          "An array of primitives must not take more than 2 GB: bytes=" + bytes);
    }
    return new Primitives(array, (int) bytes);
  }

  /** Booleans have no bytes that could be copied as they are. */
  static boolean fits(char letter) {
    return letter != 'Z';
  }

  private static int width(char letter) {
    return switch (letter) {
      case 'B' -> Byte.BYTES;
      case 'C', 'S' -> Short.BYTES;
      case 'I', 'F' -> Integer.BYTES;
      case 'J', 'D' -> Long.BYTES;
      default -> throw damaged();
    };
  }

  @Override
  public void copyTo(ByteBuffer to) {
    to.order(ByteOrder.LITTLE_ENDIAN);
    if (array instanceof byte[] a) {
      to.put(a);
    } else if (array instanceof char[] a) {
      to.asCharBuffer().put(a);
    } else if (array instanceof short[] a) {
      to.asShortBuffer().put(a);
    } else if (array instanceof int[] a) {
      to.asIntBuffer().put(a);
    } else if (array instanceof float[] a) {
      to.asFloatBuffer().put(a);
    } else if (array instanceof long[] a) {
      to.asLongBuffer().put(a);
    } else {
      to.asDoubleBuffer().put((double[]) array);
    }
  }

  /** Makes an array of all bytes that are left. */
  static Object read(char letter, ByteBuffer from) {
    ByteBuffer in = from.slice().order(ByteOrder.LITTLE_ENDIAN);
    int width = width(letter);
    if (in.remaining() % width != 0) {
      throw damaged();
    }
    return read(letter, in, in.remaining() / width);
  }

  private static Object read(char letter, ByteBuffer in, int length) {
    switch (letter) {
      case 'B':
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
      case 'C':
        char[] chars = new char[length];
        in.asCharBuffer().get(chars);
        return chars;
      case 'S':
        short[] shorts = new short[length];
        in.asShortBuffer().get(shorts);
        return shorts;
      case 'I':
        int[] ints = new int[length];
        in.asIntBuffer().get(ints);
        return ints;
      case 'F':
        float[] floats = new float[length];
        in.asFloatBuffer().get(floats);
        return floats;
      case 'J':
        long[] longs = new long[length];
        in.asLongBuffer().get(longs);
        return longs;
      default:
        double[] doubles = new double[length];
        in.asDoubleBuffer().get(doubles);
        return doubles;
    }
  }

  private static MarshallingException damaged() {
    return new MarshallingException("The bytes are damaged: a primitive doesn't fit its type");
  }
}
