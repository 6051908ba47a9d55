package dev.entourage.engine;

import java.util.Locale;

/**
 * What a progress bar shows.
 *
 * @param done how many tasks have ended, well or not
 * @param failed how many of them failed
 * @param total how many there are, or -1 while that is unknown
 * @param millis how long that took
 * @param workers how many workers there are
 */
record BarText(long done, long failed, long total, long millis, int workers) {

  private static final int WIDEST_BAR = 40;
  private static final int NARROWEST_BAR = 5;

  /** What a bar needs besides its middle. */
  private static final int EDGES = 4;

  /** Below this a rate has a decimal, since it would often be 0. */
  private static final double SLOW = 10;

  /** Returns one line that is shorter than the terminal is wide: a full one may wrap. */
  String fit(int width) {
    String facts = facts();
    int room = Math.min(WIDEST_BAR, width - 1 - facts.length() - EDGES);
    String line = total > 0 && room >= NARROWEST_BAR ? bar(room) + "  " + facts : facts;
    return line.length() < width ? line : line.substring(0, Math.max(0, width - 1));
  }

  private String facts() {
    String count =
        total > 0
            ? String.format(Locale.ROOT, "%3d %%  %,d/%,d", 100 * done / total, done, total)
            : String.format(Locale.ROOT, "%,d done", done);
    String failures = failed > 0 ? String.format(Locale.ROOT, "  %,d failed", failed) : "";
    return count + failures + "  " + rate() + "/s  " + workers + unit();
  }

  private String unit() {
    return workers == 1 ? " worker" : " workers";
  }

  private String rate() {
    double rate = 1000.0 * done / Math.max(1, millis);
    return String.format(Locale.ROOT, rate < SLOW ? "%.1f" : "%,.0f", rate);
  }

  private String bar(int room) {
    int full = (int) (room * Math.min(done, total) / total);
    return "[" + "#".repeat(full) + "-".repeat(room - full) + "]";
  }
}
