package dev.entourage.preparer;

import java.lang.invoke.MethodHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Copies and compares few bytes, in words of eight with no look at bounds: asking for these for
 * each word, and bytes one by one at the end, takes longer than the copy. The last word may go up
 * to seven bytes beyond; in the array that is read these are still its own, since the JVM fills
 * objects up to eight bytes.
 */
final class Words {

  /** How much room there must be beyond what is copied. */
  static final int BEYOND = Long.BYTES - 1;

  /** More bytes are better copied by the JDK. */
  private static final int MOST = 128;

  private static final MethodHandle GET =
      FieldReader.find("getLongUnaligned", long.class, Object.class, long.class);

  private static final MethodHandle PUT =
      FieldReader.find("putLongUnaligned", void.class, Object.class, long.class, long.class);

  /** Where the first byte of an array is; -1 where this JVM doesn't tell. */
  private static final long FIRST = first(byte[].class);

  /** With short headers of objects arrays begin in the middle of a word. */
  private static final boolean KNOWN =
      GET != null
          && PUT != null
          && FIRST > 0
          && FIRST % Long.BYTES == 0
          && FIRST == first(long[].class)
          && ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;

  private Words() {}

  /** An int until JDK 24. */
  private static long first(Class<?> array) {
    MethodHandle ofInt = FieldReader.find("arrayBaseOffset", int.class, Class.class);
    MethodHandle ofLong = FieldReader.find("arrayBaseOffset", long.class, Class.class);
    try {
      if (ofInt != null) {
        return (int) ofInt.invokeExact(array);
      }
      return ofLong == null ? -1 : (long) ofLong.invokeExact(array);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Copies the first bytes of an array, most often no more than two words, to where there is room
   * for {@link #BEYOND} more.
   */
  static void copy(byte[] from, int length, byte[] to, int at) {
    if (!KNOWN || length > MOST) {
      System.arraycopy(from, 0, to, at, length);
      return;
    }
    if (length > 0) {
      word(from, 0, to, at);
      if (length > Long.BYTES) {
        word(from, Long.BYTES, to, at);
        if (length > 2 * Long.BYTES) {
          more(from, length, to, at);
        }
      }
    }
  }

  /**
   * Copies a short array of primitives to where there is room for {@link #BEYOND} bytes more; false
   * where nobody knows how.
   */
  static boolean copy(Object array, int size, byte[] to, int at) {
    if (!KNOWN) {
      return false;
    }
    for (int i = 0; i < size; i += Long.BYTES) {
      word(array, i, to, at);
    }
    return true;
  }

  private static void more(byte[] from, int length, byte[] to, int at) {
    for (int i = 2 * Long.BYTES; i < length; i += Long.BYTES) {
      word(from, i, to, at);
    }
  }

  /** Says whether the first bytes of an array are somewhere, where {@link #copy} put some. */
  static boolean same(byte[] one, int length, byte[] in, int at) {
    if (!KNOWN) {
      return Arrays.equals(one, 0, length, in, at, at + length);
    }
    if (length < Long.BYTES) {
      final int others = Byte.SIZE * (Long.BYTES - length);
      return length == 0 || (get(one, 0) ^ get(in, at)) << others == 0;
    }
    final int last = length - Long.BYTES;
    return get(one, last) == get(in, at + last)
        && get(one, 0) == get(in, at)
        && (last <= Long.BYTES || sameBetween(one, last, in, at));
  }

  private static boolean sameBetween(byte[] one, int last, byte[] in, int at) {
    for (int i = Long.BYTES; i < last; i += Long.BYTES) {
      if (get(one, i) != get(in, at + i)) {
        return false;
      }
    }
    return true;
  }

  private static long get(byte[] in, int i) {
    try {
      return (long) GET.invokeExact((Object) in, FIRST + i);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static void word(Object from, int i, byte[] to, int at) {
    try {
      PUT.invokeExact((Object) to, FIRST + at + i, (long) GET.invokeExact(from, FIRST + i));
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
