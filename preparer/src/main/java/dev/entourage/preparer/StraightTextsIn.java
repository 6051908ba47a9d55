package dev.entourage.preparer;

/** The texts that {@link StraightTexts} wrote. */
final class StraightTextsIn {

  private static final String[] NONE = {};

  private final String[] longer;

  /** The last short ones, in a ring; empty where none is meant again. */
  private final String[] known;

  /** How far back one may be meant. */
  private final int reach;

  private int size;

  /** Takes the long texts of the table, and how far back short ones are meant. */
  StraightTextsIn(String[] longer, int reach) {
    this.longer = longer;
    this.reach = reach;
    known = reach == 0 ? NONE : new String[Integer.highestOneBit(reach) << 1];
  }

  /** Reads a text that belongs to something; null only where a head has none. */
  String next(StepsIn in) {
    return text(in.number(), in);
  }

  /** Returns a text by its number; it may be one that was used, or follow here. */
  String text(long number, StepsIn in) {
    if (number == 0) {
      return add(in.text());
    }
    final long which = number >>> 1;
    if ((number & 1) == 0) {
      StepsIn.require(which <= size && which <= reach, "a text");
      return known[size - (int) which & known.length - 1];
    }
    if (which == 0) {
      return null;
    }
    StepsIn.require(which <= longer.length, "a text");
    final String text = longer[(int) which - 1];
    StepsIn.require(text != null, "a text");
    return text;
  }

  /** Reads a text that follows here with its step; null where something else follows. */
  String follows(StepsIn in) {
    final String text = in.shortText();
    return text == null ? null : add(text);
  }

  /** Takes a text that came, though it wasn't read here. */
  void meet(String text) {
    add(text);
  }

  private String add(String text) {
    if (reach > 0) {
      known[size++ & known.length - 1] = text;
    }
    return text;
  }
}
