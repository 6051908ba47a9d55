package dev.entourage.preparer;

import java.util.Arrays;

/** The heads of the forms in one graph; many forms may share one. */
final class FormHeads {

  private final Forms forms;
  private final Numbering heads = Numbering.byIdentity();
  private int[] steps = new int[8];

  FormHeads(Forms forms) {
    this.forms = forms;
  }

  /** Writes the step of a form, and its head where it is the first of these. */
  int write(int at, String kind, String[] head, StraightTexts texts, StepsOut out) {
    final int size = heads.size();
    final int number = heads.number(head);
    if (number < size) {
      return out.step(at, steps[number], number);
    }
    if (number == steps.length) {
      steps = Arrays.copyOf(steps, 2 * number);
    }
    steps[number] = forms.shelled(kind) ? Straight.SHELLED : Straight.FORM;
    return tell(out.step(at, steps[number], number), kind, head, texts, out);
  }

  private static int tell(int at, String kind, String[] head, StraightTexts texts, StepsOut out) {
    int next = out.number(texts.write(at, kind, out), head.length);
    for (String text : head) {
      next = text == null ? out.number(next, StepsIn.NO_TEXT) : texts.write(next, text, out);
    }
    return next;
  }

  void clear() {
    heads.clear();
  }
}
