package dev.entourage.preparer;

import dev.entourage.spi.LongArray;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** An array of primitives that is written where it shall be, and read from where it is. */
record Primitives(Object array, char letter, int bytes) implements LongArray {

  static Primitives of(Object array, char letter) {
    return new Primitives(array, letter, ArrayBytes.size(array, letter));
  }

  /** Booleans have no bytes that could be copied as they are. */
  static boolean fits(char letter) {
    return letter != 'Z';
  }

  static int width(char letter) {
    return switch (letter) {
      case 'B' -> Byte.BYTES;
      case 'C', 'S' -> Short.BYTES;
      case 'I', 'F' -> Integer.BYTES;
      case 'J', 'D' -> Long.BYTES;
      default -> throw Bits.damaged();
    };
  }

  @Override
  public void copyTo(ByteBuffer to) {
    copy(array, letter, to.order(ByteOrder.LITTLE_ENDIAN));
  }

  /** Copies an array to where a buffer is; what a processor does in one go needs that order. */
  static void copy(Object array, char letter, ByteBuffer to) {
    switch (letter) {
      case 'B' -> to.put((byte[]) array);
      case 'C' -> to.asCharBuffer().put((char[]) array);
      case 'S' -> to.asShortBuffer().put((short[]) array);
      case 'I' -> to.asIntBuffer().put((int[]) array);
      case 'F' -> to.asFloatBuffer().put((float[]) array);
      case 'J' -> to.asLongBuffer().put((long[]) array);
      case 'D' -> to.asDoubleBuffer().put((double[]) array);
      default -> throw Bits.damaged();
    }
  }

  /** Makes an array of all bytes that are left. */
  static Object read(char letter, ByteBuffer from) {
    ByteBuffer in = from.slice().order(ByteOrder.LITTLE_ENDIAN);
    return read(letter, in, count(letter, in.remaining()));
  }

  /** How many elements some bytes are. */
  static int count(char letter, int bytes) {
    int width = width(letter);
    if (bytes % width != 0) {
      throw Bits.damaged();
    }
    return bytes / width;
  }

  static Object read(char letter, ByteBuffer in, int length) {
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
}
