package dev.entourage.preparer;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;

/** Says which texts have no more than ISO 8859-1. The JDK knows, without a look at them. */
final class Latin {

  /** What {@code String} itself asks; null where it can't be reached. */
  private static final MethodHandle CODER = coder();

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

  static boolean isByCharacters(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0xff) {
        return false;
      }
    }
    return true;
  }
}
