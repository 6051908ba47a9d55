package dev.entourage;

import java.util.Locale;

/** Sizes as people read them. */
final class ByteCount {

  private static final String[] UNITS = {"kB", "MB", "GB"};

  private ByteCount() {}

  /** Writes such as {@code 12.3 MB}; a unit is a thousand of the one before. */
  static String of(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    double size = bytes / 1000.0;
    int unit = 0;
    while (size >= 999.95 && unit < UNITS.length - 1) {
      size /= 1000;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %s", size, UNITS[unit]);
  }
}
