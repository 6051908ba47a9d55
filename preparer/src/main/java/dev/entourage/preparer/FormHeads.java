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
  void write(Form form, StraightTexts texts, StepsOut out) {
    final int size = heads.size();
    final int head = heads.number(form.head());
    if (head < size) {
      out.step(steps[head], head);
      return;
    }
    if (head == steps.length) {
      steps = Arrays.copyOf(steps, 2 * head);
    }
    steps[head] = forms.shelled(form.kind()) ? Straight.SHELLED : Straight.FORM;
    tell(form, texts, out.step(steps[head], head));
  }

  private static void tell(Form form, StraightTexts texts, StepsOut out) {
    texts.write(form.kind(), out);
    out.number(form.head().length);
    for (String text : form.head()) {
      if (text == null) {
        out.number(StepsIn.NO_TEXT);
      } else {
        texts.write(text, out);
      }
    }
  }

  void clear() {
    heads.clear();
  }
}
