package dev.entourage.backend.kryo;

import com.esotericsoftware.kryo.util.Util;

/** Keeps Kryo from loading {@code sun.misc.Unsafe}, which prints warnings from Java 24 on. */
final class Unsafe {

  private static final String SWITCH = "kryo.unsafe";

  private Unsafe() {}

  /**
   * Kryo looks at the switch once, when its {@code Util} is initialized. The property is put back,
   * so that another copy of Kryo in this JVM decides for itself.
   */
  static void keepAway() {
    String before = System.getProperty(SWITCH);
    System.setProperty(SWITCH, "false");
    try {
      Util.isUnsafeAvailable();
    } finally {
      restore(before);
    }
  }

  private static void restore(String before) {
    if (before == null) {
      System.clearProperty(SWITCH);
    } else {
      System.setProperty(SWITCH, before);
    }
  }
}
