package dev.entourage.preparer;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.Arrays;

/** Says which texts have no more than ISO 8859-1. The JDK knows, without a look at them. */
final class Latin {

  /** What {@code String} itself asks; null where it can't be reached. */
  private static final MethodHandle CODER = coder();

  /** The bytes inside of a text; null where it can't be reached. */
  private static final MethodHandle VALUE = CODER == null ? null : value();

  /** Where a text keeps its hash; null where it can't be reached. */
  private static final MethodHandle HASH = CODER == null ? null : hash();

  private Latin() {}

  static boolean is(String text) {
    if (CODER == null) {
      return isByCharacters(text);
    }
    try {
      return (byte) CODER.invokeExact(text) == 0;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * As {@link String#hashCode} has it, but without making that a part of who asks: its loop takes
   * all registers.
   */
  static int hash(String text) {
    if (HASH == null) {
      return text.hashCode();
    }
    try {
      final int known = (int) HASH.invokeExact(text);
      return known != 0 ? known : text.hashCode();
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /** Copies a text that is one of them, to where there is room for {@link Words#BEYOND} more. */
  static void copy(String text, int length, byte[] to, int at) {
    if (VALUE == null) {
      copyByMethod(text, length, to, at);
      return;
    }
    try {
      Words.copy((byte[]) VALUE.invokeExact(text), length, to, at);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /** Says whether a text that is one of them is there, where there is room for it. */
  static boolean same(String text, int length, byte[] in, int at) {
    if (VALUE == null) {
      return sameByCharacters(text, length, in, at);
    }
    try {
      return Words.same((byte[]) VALUE.invokeExact(text), length, in, at);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean sameByCharacters(String text, int length, byte[] in, int at) {
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) != (in[at + i] & 0xff)) {
        return false;
      }
    }
    return true;
  }

  @SuppressWarnings("deprecation")
  static void copyByMethod(String text, int length, byte[] to, int at) {
    text.getBytes(0, length, to, at); // Copies what the text has inside.
  }

  /** A text that needn't be wide is never kept wide, or equal texts would differ. */
  private static MethodHandle coder() {
    if (!TrustedLookup.isAvailable()) {
      return null;
    }
    try {
      Lookup lookup = TrustedLookup.in(String.class);
      MethodHandle coder =
          lookup.findVirtual(String.class, "coder", MethodType.methodType(byte.class));
      boolean known =
          (byte) coder.invokeExact("\u00ff") == 0 && (byte) coder.invokeExact("\u0100") == 1;
      return known ? coder : null;
    } catch (VirtualMachineError e) {
      throw e;
    } catch (Throwable e) {
      return null;
    }
  }

  private static MethodHandle value() {
    try {
      MethodHandle value =
          TrustedLookup.in(String.class).findGetter(String.class, "value", byte[].class);
      byte[] inside = (byte[]) value.invokeExact("\u00ffab");
      return Arrays.equals(inside, new byte[] {(byte) 0xff, 'a', 'b'}) ? value : null;
    } catch (VirtualMachineError e) {
      throw e;
    } catch (Throwable e) {
      return null;
    }
  }

  private static MethodHandle hash() {
    try {
      MethodHandle hash =
          TrustedLookup.in(String.class).findGetter(String.class, "hash", int.class);
      String text = new String(new char[] {'a'});
      int before = (int) hash.invokeExact(text);
      return before == 0 && text.hashCode() == (int) hash.invokeExact(text) ? hash : null;
    } catch (VirtualMachineError e) {
      throw e;
    } catch (Throwable e) {
      return null;
    }
  }

  static boolean isByCharacters(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0xff) {
        return false;
      }
    }
    return true;
  }
}
