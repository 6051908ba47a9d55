package dev.entourage.preparer;

import java.util.ArrayList;
import java.util.List;

/** How paths are written: in errors, in warnings, in explanations. */
final class PathText {

  private static final String ARROW = " → ";

  /** Of a longer path, such as that through a linked list, the middle is left out. */
  private static final int SHOWN = 24;

  private PathText() {}

  /**
   * Writes a path.
   *
   * @param root what it begins with, as {@link #describe} says
   * @param steps the labels
   * @param end what it leads to; nothing more to say where there are no steps
   */
  static String of(String root, List<String> steps, String end) {
    if (steps.isEmpty()) {
      return root;
    }
    List<String> all = new ArrayList<>();
    all.add(root);
    all.addAll(steps.size() > SHOWN ? shortened(steps) : steps);
    all.add(end);
    return String.join(ARROW, all);
  }

  private static List<String> shortened(List<String> steps) {
    int end = steps.size() - SHOWN / 2;
    List<String> shown = new ArrayList<>(steps.subList(0, SHOWN / 2));
    shown.add("… " + (end - SHOWN / 2) + " more …");
    shown.addAll(steps.subList(end, steps.size()));
    return shown;
  }

  /** Says what an object is: its class, where a lambda stands, or what its kind of form says. */
  static String describe(Forms forms, Object value) {
    Class<?> type = value.getClass();
    if (Lambdas.isLambda(type)) {
      return LambdaSite.describe(value);
    }
    Plan plan = forms.plan(type);
    return switch (plan.shape()) {
      case FORM, VALUE -> forms.kind(plan.kind()).describe(value, it -> describe(forms, it));
      default -> type.getTypeName();
    };
  }
}
