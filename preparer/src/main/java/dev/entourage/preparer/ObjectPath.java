package dev.entourage.preparer;

import dev.entourage.PreparationException;
import dev.entourage.spi.RefusedException;
import java.util.ArrayDeque;
import java.util.ConcurrentModificationException;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the way to an object that can't travel: a second walk, run only then, that remembers where
 * it came from.
 */
final class ObjectPath {

  private final Forms forms;
  private final Object culprit;
  private final Map<Object, Step> met = new IdentityHashMap<>();
  private final Deque<Object> open = new ArrayDeque<>();

  /** How an object was reached. */
  private record Step(Object from, String label) {}

  private ObjectPath(Forms forms, Object culprit) {
    this.forms = forms;
    this.culprit = culprit;
  }

  /** Turns a refusal into an error that names the path, and so says all that the refusal did. */
  static PreparationException explain(Forms forms, Object root, RefusedException refused) {
    ObjectPath way = new ObjectPath(forms, refused.culprit());
    String path = way.search(root);
    return new PreparationException(
        path + " can't travel: " + refused.getMessage() + way.advice(root), path);
  }

  /** Reports that another thread interfered. */
  static PreparationException changed(ConcurrentModificationException e) {
    return new PreparationException(
        "The task can't travel: another thread changed it meanwhile; submit when it is at rest, or"
            + " capture a copy",
        "",
        e);
  }

  /** Returns the shortest path from a root to a culprit; ends in the culprit's class. */
  static String find(Forms forms, Object root, Object culprit) {
    return new ObjectPath(forms, culprit).search(root);
  }

  /** Says whether there is such a path. */
  static boolean leads(Forms forms, Object root, Object culprit) {
    ObjectPath path = new ObjectPath(forms, culprit);
    path.walk(root);
    return path.met.containsKey(culprit);
  }

  private String search(Object root) {
    walk(root);
    return PathText.of(
        PathText.describe(forms, root),
        met.containsKey(culprit) ? steps(root) : List.of("…"),
        end());
  }

  private void walk(Object root) {
    meet(root, null, null);
    while (!open.isEmpty() && !met.containsKey(culprit)) {
      Object value = open.poll();
      try {
        Parts.each(forms, value, (part, label, siblings) -> meet(part, value, label));
      } catch (RefusedException e) {
        // Only the culprit that was met first is to be explained.
      }
    }
  }

  private void meet(Object value, Object from, String label) {
    if (value != null && !met.containsKey(value)) {
      met.put(value, new Step(from, label));
      open.add(value);
    }
  }

  /** Says what else may help, where much of what was met needn't travel. */
  private String advice(Object root) {
    String part = null;
    for (Object at = culprit; at != root && met.containsKey(at); at = met.get(at).from()) {
      Step step = met.get(at);
      if (CarriedThis.isStep(step.from(), step.label())) {
        return part == null
            ? CarriedThis.advice()
            : CarriedThis.advice(part, forms.plan(at.getClass()).shape());
      }
      part = step.label();
    }
    return "";
  }

  private List<String> steps(Object root) {
    Deque<String> steps = new ArrayDeque<>();
    for (Object at = culprit; at != root; at = met.get(at).from()) {
      steps.push(met.get(at).label());
    }
    return List.copyOf(steps);
  }

  private String end() {
    return culprit == null ? "?" : PathText.describe(forms, culprit);
  }
}
