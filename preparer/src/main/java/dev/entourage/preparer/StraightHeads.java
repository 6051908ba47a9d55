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
    if (number >= 0 && number < typeCount) {
      return types[(int) number];
    }
    StepsIn.require(number == typeCount, "a type");
    return add(forms.names().read(in, typeCount));
  }

  private StraightNames.Type add(StraightNames.Type type) {
    if (typeCount == types.length) {
      types = Arrays.copyOf(types, 2 * typeCount);
    }
    types[typeCount++] = type;
    return type;
  }

  /** Returns a head, which may be described here. */
  Head head(long number, StraightTextsIn in, StepsIn steps) {
    if (number == headCount) {
      add(forms.heads().read(in, steps, headCount));
    }
    StepsIn.require(number >= 0 && number < headCount, "a head");
    return heads[(int) number];
  }

  private void add(Head head) {
    if (headCount == heads.length) {
      heads = Arrays.copyOf(heads, 2 * headCount);
    }
    heads[headCount++] = head;
  }
}
