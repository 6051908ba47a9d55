package dev.entourage.preparer;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The bytes of {@link Straight} steps while they are written. */
final class StepsOut {

  private static final int SMALLEST = 256;
  private static final int LONGEST = 10;

  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private byte[] bytes = new byte[SMALLEST];
  private int count;

  int size() {
    return count;
  }

  /** A step with an argument that isn't negative. */
  StepsOut step(int step, long argument) {
    return number(argument << Straight.BITS | step);
  }

  /** A number of as many bytes as it needs; negative ones need the most. */
  StepsOut number(long number) {
    room(LONGEST);
    final byte[] to = bytes;
    int at = count;
    long left = number;
    while ((left & ~0x7fL) != 0) {
      to[at++] = (byte) (left | 0x80);
      left >>>= 7;
    }
    to[at++] = (byte) left;
    count = at;
    return this;
  }

  /** A number that is small in either direction. */
  StepsOut signed(long number) {
    return number(number << 1 ^ number >> 63);
  }

  /** A primitive as {@link Bits} has it. */
  StepsOut bits(char letter, long bits) {
    switch (letter) {
      case 'Z', 'B' -> oneByte((byte) bits);
      case 'C' -> number(bits);
      case 'F' -> {
        room(Integer.BYTES);
        INTS.set(bytes, count, (int) bits);
        count += Integer.BYTES;
      }
      case 'D' -> eightBytes(bits);
      default -> signed(bits);
    }
    return this;
  }

  private void oneByte(byte value) {
    room(1);
    bytes[count++] = value;
  }

  StepsOut eightBytes(long value) {
    room(Long.BYTES);
    LONGS.set(bytes, count, value);
    count += Long.BYTES;
    return this;
  }

  StepsOut raw(byte[] more) {
    room(more.length);
    System.arraycopy(more, 0, bytes, count, more.length);
    count += more.length;
    return this;
  }

  private void room(int more) {
    if (more > bytes.length - count) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, count + more));
    }
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, count);
  }

  /** Forgets all; keeps the room. */
  void clear() {
    count = 0;
  }
}
