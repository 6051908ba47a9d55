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
   * The number of the text that is known at a place, below its hash, and where its bytes are; no
   * texts, which cost more.
   */
  private final long[] places = new long[PLACES];

  private final int[] starts = new int[PLACES];
  private final Numbering longer = Numbering.byEquality();

  /** What was numbered before doesn't belong to this graph. */
  private int first = 1;

  private int next = 1;

  /** How far back one of this graph was meant at most. */
  private int reach;

  /** How many in a row weren't known. */
  private int unknown;

  /** How many are still to be written without being looked up. */
  private int unseen;

  /** A text that belongs to something. */
  int write(int at, String text, StepsOut out) {
    return write(at, text, out, 0, 0);
  }

  /** A text on its own. */
  int step(int at, String text, StepsOut out) {
    return write(at, text, out, Straight.BITS, Straight.TEXT);
  }

  private int write(int at, String text, StepsOut out, int bits, int step) {
    if (text.length() > SHORT) {
      return out.number(at, (longer.number(text) + 1L << 1 | 1) << bits | step);
    }
    if (unseen > 0) {
      unseen--;
      next++;
      return out.text(out.number(at, step), text);
    }
    final int hash = text.hashCode();
    final int place = (hash ^ hash >>> 9) & PLACES - 1;
    final long known = places[place];
    if ((int) (known >>> Integer.SIZE) == hash && isSame(known, place, text, out)) {
      unknown = 0;
      final int back = next - (int) known;
      reach = Math.max(reach, back);
      return out.number(at, back << 1 + bits | step);
    }
    if (++unknown > PATIENCE) {
      unseen = SKIPPED + (place & SKIPPED - 1);
    }
    final int start = out.number(at, step);
    places[place] = (long) hash << Integer.SIZE | next++;
    starts[place] = start;
    return out.text(start, text);
  }

  private boolean isSame(long known, int place, String text, StepsOut out) {
    final int number = (int) known;
    return number >= first && next - number <= Straight.WINDOW && out.holds(starts[place], text);
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
    unknown = 0;
    unseen = 0;
    first = next;
    return next < Integer.MAX_VALUE / 2;
  }
}
