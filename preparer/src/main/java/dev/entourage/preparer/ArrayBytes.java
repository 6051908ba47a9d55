package dev.entourage.preparer;

import dev.entourage.MarshallingException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.util.Arrays;

/** Arrays of primitives as bytes. */
final class ArrayBytes {

  /** Up to so many elements are copied faster one by one than by making a view for them. */
  private static final int FEW = 32;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private ArrayBytes() {}

  /** How many bytes an array of primitives takes. */
  static int size(Object array, char letter) {
    return switch (letter) {
      case 'Z' -> ((boolean[]) array).length;
      case 'B' -> ((byte[]) array).length;
      case 'C' -> bytes(((char[]) array).length, 1);
      case 'S' -> bytes(((short[]) array).length, 1);
      case 'I' -> bytes(((int[]) array).length, 2);
      case 'F' -> bytes(((float[]) array).length, 2);
      case 'J' -> bytes(((long[]) array).length, 3);
      default -> bytes(((double[]) array).length, 3);
    };
  }

  private static int bytes(int length, int shift) {
    int bytes = length << shift;
    if (bytes >>> shift != length || bytes < 0) {
      throw new MarshallingException("An array of primitives takes more than 2 GB: " + length);
    }
    return bytes;
  }

  static byte[] bytes(Object array) {
    char letter = Bits.letterOfLeaf(array.getClass());
    byte[] bytes = new byte[size(array, letter)];
    write(array, letter, bytes, 0);
    return bytes;
  }

  /** Copies an array's {@link #size} bytes to where there is room for them. */
  static void write(Object array, char letter, byte[] to, int at) {
    switch (letter) {
      case 'Z' -> write((boolean[]) array, to, at);
      case 'B' -> System.arraycopy(array, 0, to, at, ((byte[]) array).length);
      default -> Primitives.copy(array, letter, buffer(to, at));
    }
  }

  private static void write(boolean[] array, byte[] to, int at) {
    for (int i = 0; i < array.length; i++) {
      to[at + i] = (byte) (array[i] ? 1 : 0);
    }
  }

  /** As most processors have it, so that arrays are copied and compared in one go. */
  private static ByteBuffer buffer(byte[] bytes, int at) {
    return ByteBuffer.wrap(bytes, at, bytes.length - at).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Says whether an array holds just what {@link #bytes} returned, bit by bit. */
  static boolean same(Object array, byte[] bytes) {
    ByteBuffer in = buffer(bytes, 0);
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
    return array(letter, bytes, 0, bytes.length);
  }

  /** Makes an array of some of the bytes. */
  static Object array(char letter, byte[] from, int at, int size) {
    switch (letter) {
      case 'B':
        return Arrays.copyOfRange(from, at, at + size);
      case 'Z':
        return booleans(from, at, size);
      case 'D':
        return doubles(from, at, Primitives.count(letter, size));
      default:
        return Primitives.read(letter, buffer(from, at), Primitives.count(letter, size));
    }
  }

  private static double[] doubles(byte[] from, int at, int count) {
    double[] array = new double[count];
    if (count > FEW) {
      buffer(from, at).asDoubleBuffer().get(array);
      return array;
    }
    for (int i = 0; i < count; i++) {
      array[i] = Double.longBitsToDouble((long) LONGS.get(from, at + i * Double.BYTES));
    }
    return array;
  }

  private static boolean[] booleans(byte[] from, int at, int size) {
    boolean[] array = new boolean[size];
    for (int i = 0; i < size; i++) {
      array[i] = from[at + i] != 0;
    }
    return array;
  }
}
