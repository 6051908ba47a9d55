package dev.entourage.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** How much memory a process holds, on Linux. */
final class Resident {

  private Resident() {}

  /** Resident, its proportional part of what is shared, and what is its alone. */
  static String of(long pid) throws IOException {
    Path file = Path.of("/proc/" + pid + "/smaps_rollup");
    long rss = 0;
    long pss = 0;
    long own = 0;
    for (String line : Files.readAllLines(file)) {
      rss += kilobytes(line, "Rss:");
      pss += kilobytes(line, "Pss:");
      own += kilobytes(line, "Private_Clean:") + kilobytes(line, "Private_Dirty:");
    }
    return String.format(
        Locale.ROOT,
        "resident %.1f MB, proportional %.1f MB, its own %.1f MB",
        rss / 1024.0,
        pss / 1024.0,
        own / 1024.0);
  }

  private static long kilobytes(String line, String key) {
    return line.startsWith(key) ? Long.parseLong(line.replaceAll("[^0-9]", "")) : 0;
  }
}
