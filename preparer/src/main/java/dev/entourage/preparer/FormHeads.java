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

  /** Returns the number of a form's head, which is told before it is first used. */
  int number(Form form, StraightTexts texts, StepsOut out) {
    final int size = heads.size();
    final int head = heads.number(form.head());
    if (head == size) {
      tell(form, texts, out);
      if (head == steps.length) {
        steps = Arrays.copyOf(steps, 2 * head);
      }
      steps[head] = forms.shelled(form.kind()) ? Straight.SHELLED : Straight.FORM;
    }
    return head;
  }

  private static void tell(Form form, StraightTexts texts, StepsOut out) {
    out.step(Straight.HEAD, 0);
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

  /** Returns the step for forms of a head. */
  int step(int head) {
    return steps[head];
  }

  void clear() {
    heads.clear();
  }
}
