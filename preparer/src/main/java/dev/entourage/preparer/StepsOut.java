package dev.entourage.preparer;

import dev.entourage.MarshallingException;
import dev.entourage.spi.Steps;
import java.util.Arrays;

/**
 * The bytes of {@link Straight} steps while they are written. It keeps no place: each method takes
 * where it begins and returns where the next one does, so that the place is in a register and not
 * in memory, where each byte would wait for the one before.
 */
final class StepsOut {

  private static final int SMALLEST = 256;
  private static final int LARGEST = Integer.MAX_VALUE - 8;

  /** The lowest bit of a text's length: its characters take two bytes. */
  static final int WIDE = 1;

  private byte[] bytes = new byte[SMALLEST];

  /** What stands before the first step, for which room was left. */
  void header(int objects, int reach) {
    Wire.INTS.set(bytes, 0, objects);
    Wire.SHORTS.set(bytes, Integer.BYTES, (short) reach);
  }

  /** A step with an argument that isn't negative. */
  int step(int at, int step, long argument) {
    return number(at, argument << Straight.BITS | step);
  }

  /** The step of no object. */
  int nothing(int at) {
    room(at, 1)[at] = Straight.NULL;
    return at + 1;
  }

  /** A number of as many bytes as it needs; negative ones need the most. */
  int number(int at, long number) {
    final byte[] to = room(at, Wire.LONGEST);
    if ((number & ~0x7fL) == 0) {
      to[at] = (byte) number;
      return at + 1;
    }
    if ((number & ~0x3fffL) == 0) {
      to[at] = (byte) (number | 0x80);
      to[at + 1] = (byte) (number >> 7);
      return at + 2;
    }
    return Wire.put(to, at, number);
  }

  /** A primitive as {@link Bits} has it. */
  int bits(int at, char letter, long bits) {
    return Wire.put(room(at, Wire.LONGEST), at, letter, bits);
  }

  /** The primitives of an object, which are its last fields. */
  int fields(int at, Object owner, FieldReader reader, int first) {
    final int fields = reader.count();
    final byte[] to = room(at, Wire.LONGEST * (fields - first));
    int next = at;
    for (int field = first; field < fields; field++) {
      next = Wire.put(to, next, reader.letter(field), reader.bits(owner, field));
    }
    return next;
  }

  int eightBytes(int at, long value) {
    Wire.LONGS.set(room(at, Long.BYTES), at, value);
    return at + Long.BYTES;
  }

  int raw(int at, byte[] more) {
    Words.copy(more, more.length, room(at, more.length + Words.BEYOND), at);
    return at + more.length;
  }

  /** An array of primitives: how many bytes it takes, and these. */
  int primitives(int at, Object array, char letter, int size) {
    final int start = number(at, size + 1L);
    final byte[] to = room(start, size + Words.BEYOND);
    if (!Words.copy(array, size, to, start)) {
      ArrayBytes.write(array, letter, to, start);
    }
    return start + size;
  }

  /** The length of a text and its characters, of one byte each where that is enough. */
  int text(int at, String text) {
    final int length = text.length();
    if (Latin.is(text)) {
      final byte[] to = room(at, Wire.LONGEST + length + Words.BEYOND);
      final int next = length(to, at, length);
      Latin.copy(text, length, to, next);
      return next + length;
    }
    return wide(at, text, length);
  }

  /** Nearly all texts are short. */
  private static int length(byte[] to, int at, int length) {
    if (length < 1 << 6) {
      to[at] = (byte) (length << 1);
      return at + 1;
    }
    return Wire.put(to, at, (long) length << 1);
  }

  private int wide(int at, String text, int length) {
    final byte[] to = room(at, Wire.LONGEST + Character.BYTES * length);
    int next = Wire.put(to, at, (long) length << 1 | WIDE);
    for (int i = 0; i < length; i++) {
      Wire.CHARS.set(to, next, text.charAt(i));
      next += Character.BYTES;
    }
    return next;
  }

  /** A text with the number before it, where one byte tells its length. */
  int shortText(int at, int number, String text, int length) {
    final int next = at + 2;
    if (Latin.is(text)) {
      final byte[] to = room(at, 2 + length + Words.BEYOND);
      Wire.SHORTS.set(to, at, (short) (length << Byte.SIZE + 1 | number));
      Latin.copy(text, length, to, next);
      return next + length;
    }
    return wide(number(at, number), text, length);
  }

  /** Says whether a text, of which one byte tells the length, was written where something was. */
  boolean holds(int at, String text, int length) {
    final byte[] in = bytes;
    if (Latin.is(text)) {
      return in[at] == (byte) (length << 1) && Latin.same(text, length, in, at + 1);
    }
    return in[at] == (byte) (length << 1 | WIDE) && holdsWide(at + 1, text, length);
  }

  private boolean holdsWide(int start, String text, int length) {
    for (int i = 0; i < length; i++) {
      if ((char) Wire.CHARS.get(bytes, start + Character.BYTES * i) != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Returns the array, in which there is room for so many bytes. */
  byte[] room(int at, int more) {
    final byte[] known = bytes;
    return more <= known.length - at ? known : grow(at, more);
  }

  private byte[] grow(int at, int more) {
    long needed = (long) at + more;
    if (needed > LARGEST) {
      throw new MarshallingException(
          "The object graph must fit into one array of bytes: it takes more than " + needed);
    }
    bytes = Arrays.copyOf(bytes, (int) Math.min(LARGEST, Math.max(2L * bytes.length, needed)));
    return bytes;
  }

  byte[] toBytes(int end) {
    return Arrays.copyOf(bytes, end);
  }

  /** Lends all that was written until something else is. */
  Steps toSteps(int end) {
    return new Steps(bytes, 0, end);
  }

  /** How many bytes there is room for. */
  int room() {
    return bytes.length;
  }
}
