package dev.entourage.preparer;

import dev.entourage.MarshallingException;
import dev.entourage.spi.Steps;
import java.util.Arrays;

/** The bytes of {@link Straight} steps while they are written. */
final class StepsOut {

  private static final int SMALLEST = 256;
  private static final int LARGEST = Integer.MAX_VALUE - 8;

  /** The lowest bit of a text's length: its characters take two bytes. */
  static final int WIDE = 1;

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
    if (number >= 0 && number <= 0x7f) {
      return oneByte((byte) number);
    }
    room(Wire.LONGEST);
    count = Wire.put(bytes, count, number);
    return this;
  }

  /** A number that is small in either direction. */
  StepsOut signed(long number) {
    return number(number << 1 ^ number >> 63);
  }

  /** A primitive as {@link Bits} has it. */
  StepsOut bits(char letter, long bits) {
    room(Wire.LONGEST);
    count = Wire.put(bytes, count, letter, bits);
    return this;
  }

  /** The primitives of an object, which are its last fields. */
  StepsOut fields(Object owner, FieldReader reader, int first) {
    final int fields = reader.count();
    room(Wire.LONGEST * (fields - first));
    final byte[] to = bytes;
    int at = count;
    for (int field = first; field < fields; field++) {
      at = Wire.put(to, at, reader.letter(field), reader.bits(owner, field));
    }
    count = at;
    return this;
  }

  private StepsOut oneByte(byte value) {
    room(1);
    bytes[count++] = value;
    return this;
  }

  StepsOut eightBytes(long value) {
    room(Long.BYTES);
    Wire.LONGS.set(bytes, count, value);
    count += Long.BYTES;
    return this;
  }

  StepsOut raw(byte[] more) {
    room(more.length);
    System.arraycopy(more, 0, bytes, count, more.length);
    count += more.length;
    return this;
  }

  /** The bytes of an array of primitives. */
  StepsOut primitives(Object array, char letter, int size) {
    room(size);
    ArrayBytes.write(array, letter, bytes, count);
    count += size;
    return this;
  }

  /** The length of a text and its characters, of one byte each where that is enough. */
  @SuppressWarnings("deprecation")
  StepsOut text(String text) {
    int length = text.length();
    if (Latin.is(text)) {
      number((long) length << 1);
      room(length);
      text.getBytes(0, length, bytes, count); // Copies what the text has inside.
      count += length;
      return this;
    }
    number((long) length << 1 | WIDE);
    room(Character.BYTES * length);
    for (int i = 0; i < length; i++) {
      Wire.CHARS.set(bytes, count, text.charAt(i));
      count += Character.BYTES;
    }
    return this;
  }

  /** Says whether the bytes from some place on are those that begin elsewhere. */
  boolean repeats(int earlier, int from) {
    return Arrays.equals(bytes, earlier, earlier + count - from, bytes, from, count);
  }

  /** Takes back what was written from some place on. */
  StepsOut cut(int from) {
    count = from;
    return this;
  }

  private void room(int more) {
    if (more > bytes.length - count) {
      grow(more);
    }
  }

  private void grow(int more) {
    long needed = (long) count + more;
    if (needed > LARGEST) {
      throw new MarshallingException(
          "The object graph must fit into one array of bytes: it takes more than " + needed);
    }
    bytes = Arrays.copyOf(bytes, (int) Math.min(LARGEST, Math.max(2L * bytes.length, needed)));
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, count);
  }

  /** Lends all until something else is written. */
  Steps toSteps() {
    return new Steps(bytes, 0, count);
  }

  /** Forgets all, and keeps the room. */
  void clear() {
    count = 0;
  }
}
