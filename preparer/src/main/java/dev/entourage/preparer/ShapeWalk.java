package dev.entourage.preparer;

import dev.entourage.spi.RefusedException;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells tasks apart that stand at different places of a program, at the cost of a few objects: the
 * class of the task and those of its parts, through all lambdas among them, since programs wrap the
 * lambdas of their callers in one of their own.
 */
final class ShapeWalk {

  /** What has more is no task of a few lambdas. */
  private static final int MOST = 64;

  private final Forms forms;
  private final List<Class<?>> shape = new ArrayList<>();

  private ShapeWalk(Forms forms) {
    this.forms = forms;
  }

  static List<Class<?>> of(Forms forms, Object root) {
    ShapeWalk walk = new ShapeWalk(forms);
    if (root != null) {
      walk.shape.add(root.getClass());
      walk.open(root);
    }
    return List.copyOf(walk.shape);
  }

  private void open(Object value) {
    try {
      Parts.each(forms, value, (part, label, siblings) -> meet(part));
    } catch (RefusedException e) {
      // Then what refuses is all that there is to say.
    }
  }

  private void meet(Object part) {
    if (part != null && shape.size() < MOST) {
      shape.add(part.getClass());
      if (Lambdas.isLambda(part.getClass())) {
        open(part);
      }
    }
  }
}
