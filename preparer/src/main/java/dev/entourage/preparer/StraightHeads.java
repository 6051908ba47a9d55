package dev.entourage.preparer;

import java.util.Arrays;

/** The classes and heads that steps refer to. */
final class StraightHeads {

  private static final int FEW = 8;

  private final Forms forms;
  private StraightNames.Type[] types = new StraightNames.Type[FEW];
  private Head[] heads = new Head[FEW];
  private int typeCount;
  private int headCount;

  StraightHeads(Forms forms) {
    this.forms = forms;
  }

  /** A kind of form with a head; many forms may share it. */
  record Head(FormKind kind, String[] texts) {}

  /** Returns a type, which may be described here. */
  StraightNames.Type type(long number, StepsIn in) {
    if (number == typeCount) {
      if (typeCount == types.length) {
        types = Arrays.copyOf(types, 2 * typeCount);
      }
      types[typeCount++] = forms.names().read(in);
    }
    StepsIn.require(number >= 0 && number < typeCount, "a type");
    return types[(int) number];
  }

  /** Says whether a head is described here. */
  boolean isNew(long number) {
    return number == headCount;
  }

  void addHead(String kind, String[] texts) {
    if (headCount == heads.length) {
      heads = Arrays.copyOf(heads, 2 * headCount);
    }
    heads[headCount++] = new Head(forms.named(kind), texts);
  }

  Head head(long number) {
    StepsIn.require(number >= 0 && number < headCount, "a head");
    return heads[(int) number];
  }
}
