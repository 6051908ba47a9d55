package dev.entourage.preparer;

import java.util.Arrays;

/** The texts that {@link StraightTexts} wrote. */
final class StraightTextsIn {

  private final String[] longer;

  /** The last short ones, in a ring when there are many. */
  private String[] known = new String[16];

  private int size;

  /** Takes the long texts of the table. */
  StraightTextsIn(String[] longer) {
    this.longer = longer;
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
      StepsIn.require(which <= size && which <= Straight.WINDOW, "a text");
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

  private String add(String text) {
    if (size == known.length && size < Straight.WINDOW) {
      known = Arrays.copyOf(known, 2 * size);
    }
    known[size++ & known.length - 1] = text;
    return text;
  }
}
