package dev.entourage.preparer;

/**
 * Writes the texts of steps, and numbers them as they come. Of short ones only as many as fit are
 * known again, and these by the hash of their content, so that equal graphs become equal bytes: a
 * place in a table of all of them would take longer to find than the text to write. Where many came
 * and none was known, only some are looked up, until one is. Long ones are written once each, into
 * the table.
 */
final class StraightTexts {

  /** One byte tells the length of those that are as long at most. */
  private static final int SHORT = 63;

  private static final int PLACES = 512;

  /** After so many that weren't known, most graphs have none that come again. */
  private static final int PATIENCE = 64;

  /**
   * How many are then written unseen at least, and, by their hash so as to hit no pattern, more.
   */
  private static final int SKIPPED = 8;

  private static final String[] NONE = {};

  /**
   * The number of the text that is known at a place, above the place of its bytes; no texts, which
   * cost more.
   */
  private final long[] places = new long[PLACES];

  private final Numbering.ByEquality longer = new Numbering.ByEquality();

  /** What was numbered before doesn't belong to this graph. */
  private int first = 1;

  private int next = 1;

  /** How far back one of this graph was meant at most. */
  private int reach;

  /** Which was the next one when one was known for the last time. */
  private int last = 1;

  /** How many are still to be written without being looked up. */
  private int unseen;

  /** A text that belongs to something. */
  int write(int at, String text, StepsOut out) {
    return write(at, text, out, 0);
  }

  /** A text on its own. */
  int step(int at, String text, StepsOut out) {
    return write(at, text, out, Straight.TEXT);
  }

  private int write(int at, String text, StepsOut out, int step) {
    final int length = text.length();
    if (length > SHORT) {
      return number(at, longer.number(text) + 1L << 1 | 1, out, step);
    }
    if (unseen > 0) {
      unseen--;
      next++;
      return out.shortText(at, step, text, length);
    }
    final int hash = Latin.hash(text);
    final int place = (hash ^ hash >>> 9) & PLACES - 1;
    final long known = places[place];
    final int number = (int) (known >>> Integer.SIZE);
    if (number >= first && out.holds((int) known, text, length) && isNear(number)) {
      return again(at, next - number, out, step);
    }
    places[place] = (long) next++ << Integer.SIZE | at + 1;
    if (next - last > PATIENCE) {
      unseen = SKIPPED + (place & SKIPPED - 1);
    }
    return out.shortText(at, step, text, length);
  }

  private boolean isNear(int number) {
    return next - number <= Straight.WINDOW;
  }

  private int again(int at, int back, StepsOut out, int step) {
    last = next;
    if (back > reach) {
      reach = back;
    }
    return number(at, back << 1, out, step);
  }

  private static int number(int at, long number, StepsOut out, int step) {
    return out.number(at, step == 0 ? number : number << Straight.BITS | step);
  }

  /** Some texts were written that won't be meant again, though who reads them numbers them, too. */
  void pass(int texts) {
    next += texts;
  }

  /** The long texts. */
  String[] ofTable() {
    return longer.size() == 0 ? NONE : longer.toArray(NONE);
  }

  /**
   * How far back short ones are meant at most; 0 where none came again, so nobody must keep any.
   */
  int reach() {
    return reach;
  }

  /** How many long texts there are. */
  int size() {
    return longer.size();
  }

  /** Starts with another graph; false when the numbers come to their end. */
  boolean clear() {
    longer.clear();
    reach = 0;
    unseen = 0;
    first = next;
    last = next;
    return next < Integer.MAX_VALUE / 2;
  }
}
