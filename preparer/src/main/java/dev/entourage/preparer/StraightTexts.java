package dev.entourage.preparer;

/**
 * Writes the texts of steps, and numbers them as they come. Of short ones only as many as fit are
 * known again, and these by the hash of their content, so that equal graphs become equal bytes: a
 * place in a table of all of them would take longer to find than the text to write. Long ones are
 * written once each, into the table.
 */
final class StraightTexts {

  private static final int SHORT = 64;

  private static final int PLACES = 512;
  private static final String[] NONE = {};

  /**
   * Which text is known at a place, its hash, and where its bytes are; no texts, which cost more.
   */
  private final int[] numbers = new int[PLACES];

  private final int[] hashes = new int[PLACES];
  private final int[] starts = new int[PLACES];
  private final Numbering longer = Numbering.byEquality();

  /** What was numbered before doesn't belong to this graph. */
  private int first = 1;

  private int next = 1;

  /** A text that belongs to something. */
  void write(String text, StepsOut out) {
    write(text, out, 0, 0);
  }

  /** A text on its own. */
  void step(String text, StepsOut out) {
    write(text, out, Straight.BITS, Straight.TEXT);
  }

  private void write(String text, StepsOut out, int bits, int step) {
    if (text.length() > SHORT) {
      out.number((longer.number(text) + 1L << 1 | 1) << bits | step);
      return;
    }
    final int before = out.size();
    out.number(step);
    final int start = out.size();
    final int back = back(text.hashCode(), start, out.text(text));
    if (back > 0) {
      out.cut(before).number((long) back << 1 + bits | step);
    }
  }

  /** The long texts. */
  String[] ofTable() {
    return longer.size() == 0 ? NONE : longer.toArray(NONE);
  }

  /** How many long texts there are. */
  int size() {
    return longer.size();
  }

  /**
   * Returns how far back is a text like the one that was written just now, from 1 for the last; 0
   * where none is known, and this one is the next.
   */
  private int back(int hash, int start, StepsOut out) {
    final int place = (hash ^ hash >>> 9) & PLACES - 1;
    final int number = numbers[place];
    if (number >= first
        && next - number <= Straight.WINDOW
        && hashes[place] == hash
        && out.repeats(starts[place], start)) {
      return next - number;
    }
    numbers[place] = next++;
    hashes[place] = hash;
    starts[place] = start;
    return 0;
  }

  /** Starts with another graph; false when the numbers come to their end. */
  boolean clear() {
    longer.clear();
    first = next;
    return next < Integer.MAX_VALUE / 2;
  }
}
