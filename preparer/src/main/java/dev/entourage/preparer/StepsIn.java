package dev.entourage.preparer;

import dev.entourage.MarshallingException;
import dev.entourage.spi.Steps;
import java.util.Arrays;

/** Reads the bytes of {@link Straight} steps, which may be hostile. */
final class StepsIn {

  /** What stands for no text where there may be one. */
  static final int NO_TEXT = 1;

  /** A length that takes more than this byte, or a text of wide characters. */
  private static final int ONE_OF_MORE = 0x80 | StepsOut.WIDE;

  /** Heads of more bytes aren't worth to be known again. */
  private static final int LONGEST_HEAD = 1024;

  private final byte[] bytes;
  private final int header;
  private final int end;
  private int at;

  StepsIn(Steps steps) {
    bytes = steps.array();
    header = steps.start();
    end = header + steps.size();
    require(steps.size() >= Straight.HEADER, "their beginning");
    at = header + Straight.HEADER;
  }

  /** How many objects may be meant again; 0 where none is. */
  int objects() {
    final int objects = (int) Wire.INTS.get(bytes, header);
    require(objects >= 0 && objects <= left(), "a number of objects");
    return objects;
  }

  /** How far back a text may be meant. */
  int reach() {
    final int reach = (short) Wire.SHORTS.get(bytes, header + Integer.BYTES);
    require(reach >= 0 && reach <= Straight.WINDOW, "how far back texts are meant");
    return reach;
  }

  boolean atEnd() {
    return at == end;
  }

  int left() {
    return end - at;
  }

  long number() {
    final byte[] from = bytes;
    int next = at;
    if (next < end && from[next] >= 0) {
      at = next + 1;
      return from[next];
    }
    return longNumber(from, next);
  }

  private long longNumber(byte[] from, int start) {
    int next = start;
    long number = 0;
    for (int shift = 0; shift < Long.SIZE && next < end; shift += 7) {
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
      case 'F' -> (int) Wire.INTS.get(bytes, skip(Integer.BYTES));
      case 'D' -> eightBytes();
      default -> signed();
    };
  }

  /** Sets the primitives of an object, which are its last fields. */
  void fields(Object owner, FieldWriter writer, int first) {
    try {
      at = writer.read(owner, first, bytes, at);
    } catch (IndexOutOfBoundsException e) {
      throw damaged("its end");
    }
    require(at <= end, "its end"); // Behind it may be bytes of somebody else's.
  }

  long eightBytes() {
    return (long) Wire.LONGS.get(bytes, skip(Long.BYTES));
  }

  /** Makes an array of primitives of as many bytes. */
  Object primitives(char letter, long size) {
    int start = skip(size);
    return ArrayBytes.array(letter, bytes, start, at - start);
  }

  /** Reads what {@link StepsOut#text} wrote. */
  @SuppressWarnings("deprecation")
  String text() {
    long size = number();
    long length = size >>> 1;
    if ((size & StepsOut.WIDE) == 0) {
      int start = skip(length);
      return new String(bytes, 0, start, (int) length); // Decodes nothing.
    }
    require(length <= left() / Character.BYTES, "its end");
    int start = skip(Character.BYTES * length);
    char[] chars = new char[(int) length];
    for (int i = 0; i < chars.length; i++) {
      chars[i] = (char) Wire.CHARS.get(bytes, start + Character.BYTES * i);
    }
    return new String(chars);
  }

  /**
   * Reads a short text that begins here with its step, with one look at where it ends; null where
   * something else begins here.
   */
  @SuppressWarnings("deprecation")
  String shortText() {
    final byte[] from = bytes;
    final int start = at + 2;
    if (start <= end && from[start - 2] == Straight.TEXT) {
      final int size = from[start - 1];
      final int next = start + (size >>> 1);
      if ((size & ONE_OF_MORE) == 0 && next <= end) {
        at = next;
        return new String(from, 0, start, next - start); // Decodes nothing.
      }
    }
    return null;
  }

  /** Goes over the text of a name and the eight bytes behind it; says where they began. */
  int skipName() {
    int start = at;
    long size = number();
    long length = size >>> 1;
    require(length <= left(), "its end");
    skip((size & StepsOut.WIDE) == 0 ? length : Character.BYTES * length);
    skip(Long.BYTES);
    return start;
  }

  /** Says where a head ends that begins here; -1 unless it has all its texts, none of them wide. */
  int endOfHead() {
    int next = endOfText(at);
    if (next < 0 || next == end) {
      return -1;
    }
    for (int left = bytes[next++]; left != 0 && next >= 0; left--) {
      next = left < 0 || next - at > LONGEST_HEAD ? -1 : endOfText(next);
    }
    return next - at < Long.BYTES ? -1 : next;
  }

  /**
   * Says where a text ends that begins somewhere, of which two bytes tell the length at most; -1
   * where there is something else.
   */
  private int endOfText(int place) {
    int start = place + 2;
    if (start >= end || bytes[place] != 0) {
      return -1;
    }
    int size = bytes[start - 1];
    if (size < 0 && bytes[start] >= 0) {
      size = size & 0x7f | bytes[start] << 7;
      start++;
    }
    final int next = start + (size >> 1);
    return size >= 0 && (size & StepsOut.WIDE) == 0 && next <= end ? next : -1;
  }

  /** Where the next number begins. */
  int position() {
    return at;
  }

  /** Goes back to read again what was skipped. */
  void back(int position) {
    at = position;
  }

  byte[] copy(int from, int to) {
    return Arrays.copyOfRange(bytes, from, to);
  }

  /** Goes over a part of which these are the bytes, if it comes here. */
  boolean skip(byte[] known) {
    final int start = at;
    if (known.length > end - start
        || !Arrays.equals(bytes, start, start + known.length, known, 0, known.length)) {
      return false;
    }
    at = start + known.length;
    return true;
  }

  /** Tells parts apart by their last sixteen bytes: what a class is called, and its fields. */
  int hash(int from, int to) {
    long last = (long) Wire.LONGS.get(bytes, to - Long.BYTES);
    long before =
        to - from < 2 * Long.BYTES ? 0 : (long) Wire.LONGS.get(bytes, to - 2 * Long.BYTES);
    long mixed = (last * 31 + before + to - from) * 0x9e37_79b9_7f4a_7c15L;
    return (int) (mixed >>> Integer.SIZE);
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

  static MarshallingException damaged(String what) {
    return new MarshallingException("The bytes are damaged: in the steps of objects, " + what);
  }
}
