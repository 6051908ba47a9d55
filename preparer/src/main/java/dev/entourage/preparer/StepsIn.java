package dev.entourage.preparer;

import dev.entourage.MarshallingException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Reads the bytes of {@link Straight} steps, which may be hostile. */
final class StepsIn {

  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final byte[] bytes;
  private int at;

  StepsIn(byte[] bytes) {
    this.bytes = bytes;
  }

  boolean atEnd() {
    return at == bytes.length;
  }

  int left() {
    return bytes.length - at;
  }

  long number() {
    final byte[] from = bytes;
    int next = at;
    long number = 0;
    for (int shift = 0; shift < Long.SIZE && next < from.length; shift += 7) {
      byte part = from[next++];
      number |= (part & 0x7fL) << shift;
      if (part >= 0) {
        at = next;
        return number;
      }
    }
    throw damaged("a number");
  }

  long signed() {
    long number = number();
    return number >>> 1 ^ -(number & 1);
  }

  /** Returns how many things follow, of which each takes a byte at least. */
  int length() {
    long length = number();
    require(length >= 0 && length <= left(), "a length");
    return (int) length;
  }

  /** Reads a primitive as {@link Bits} has it. */
  long bits(char letter) {
    return switch (letter) {
      case 'Z', 'B' -> bytes[skip(1)];
      case 'C' -> number();
      case 'F' -> (int) INTS.get(bytes, skip(Integer.BYTES));
      case 'D' -> eightBytes();
      default -> signed();
    };
  }

  long eightBytes() {
    return (long) LONGS.get(bytes, skip(Long.BYTES));
  }

  byte[] raw(long length) {
    int start = skip(length);
    return Arrays.copyOfRange(bytes, start, at);
  }

  private int skip(long length) {
    require(length >= 0 && length <= left(), "its end");
    int start = at;
    at += (int) length;
    return start;
  }

  static void require(boolean fine, String what) {
    if (!fine) {
      throw damaged(what);
    }
  }

  private static MarshallingException damaged(String what) {
    return new MarshallingException("The bytes are damaged: in the steps of objects, " + what);
  }
}
