package dev.entourage.preparer;

import java.util.ArrayList;
import java.util.List;

/** The classes and heads that steps refer to. */
final class StraightHeads {

  private final Forms forms;
  private final List<StraightNames.Type> types = new ArrayList<>();
  private final List<Head> heads = new ArrayList<>();

  StraightHeads(Forms forms) {
    this.forms = forms;
  }

  /** A kind of form with a head; many forms may share it. */
  record Head(FormKind kind, String[] texts) {}

  void addType(StepsIn in) {
    types.add(forms.names().read(in));
  }

  void addHead(String kind, String[] texts) {
    heads.add(new Head(forms.named(kind), texts));
  }

  Head head(long number) {
    StepsIn.require(number >= 0 && number < heads.size(), "a head");
    return heads.get((int) number);
  }

  StraightNames.Type type(long number) {
    StepsIn.require(number >= 0 && number < types.size(), "a type");
    return types.get((int) number);
  }
}
