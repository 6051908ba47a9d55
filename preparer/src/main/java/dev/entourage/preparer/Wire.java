package dev.entourage.preparer;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** How the numbers in {@link Straight} steps are bytes. */
final class Wire {

  /** How many bytes a number takes at most. */
  static final int LONGEST = 10;

  static final VarHandle CHARS = view(char[].class);
  static final VarHandle SHORTS = view(short[].class);
  static final VarHandle INTS = view(int[].class);
  static final VarHandle LONGS = view(long[].class);

  private Wire() {}

  private static VarHandle view(Class<?> type) {
    return MethodHandles.byteArrayViewVarHandle(type, ByteOrder.LITTLE_ENDIAN);
  }

  /** Writes a number where there is room for it; returns where the next one goes. */
  static int put(byte[] to, int start, long number) {
    int at = start;
    long left = number;
    while ((left & ~0x7fL) != 0) {
      to[at++] = (byte) (left | 0x80);
      left >>>= 7;
    }
    to[at++] = (byte) left;
    return at;
  }

  /** Writes a primitive, as {@link Bits} has it. */
  static int put(byte[] to, int at, char letter, long bits) {
    switch (letter) {
      case 'Z', 'B':
        to[at] = (byte) bits;
        return at + 1;
      case 'C':
        return put(to, at, bits);
      case 'F':
        INTS.set(to, at, (int) bits);
        return at + Integer.BYTES;
      case 'D':
        LONGS.set(to, at, bits);
        return at + Long.BYTES;
      default:
        return put(to, at, bits << 1 ^ bits >> 63);
    }
  }
}
