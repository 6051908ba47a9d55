package dev.entourage.preparer;

import dev.entourage.PreparationException;
import dev.entourage.spi.Form;
import dev.entourage.spi.RefusedException;
import java.lang.reflect.Field;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Finds the way to an object that can't travel: a second walk, run only then, that remembers where
 * it came from.
 */
final class ObjectPath {

  private static final String ARROW = " → ";

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
    String path = find(forms, root, refused.culprit());
    return new PreparationException(path + " can't travel: " + refused.getMessage(), path);
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

  private String search(Object root) {
    meet(root, null, null);
    while (!open.isEmpty() && !met.containsKey(culprit)) {
      Object value = open.poll();
      try {
        look(value, forms.plan(value.getClass()));
      } catch (RefusedException e) {
        // Only the culprit that was met first is to be explained.
      }
    }
    return met.containsKey(culprit) ? text(root) : describe(root) + ARROW + "…" + ARROW + end();
  }

  private void look(Object value, Plan plan) {
    switch (plan.shape()) {
      case ARRAY -> each((Object[]) value, value);
      case OBJECT, RECORD -> {
        for (Field field : plan.layout().references) {
          meet(FieldAccess.read(field, value), value, field.getName());
        }
      }
      case COLLECTION -> each(((Collection<?>) value).toArray(), value);
      case MAP -> entries((Map<?, ?>) value);
      case FORM -> parts(value);
      default -> {}
    }
    if (JdkCollections.isSorted(value.getClass())) {
      meet(JdkCollections.comparator(value), value, "comparator");
    }
  }

  private void each(Object[] elements, Object from) {
    for (int i = 0; i < elements.length; i++) {
      meet(elements[i], from, "[" + i + "]");
    }
  }

  private void entries(Map<?, ?> map) {
    Object[] flat = Entries.flat(map);
    for (int i = 0; i < flat.length; i++) {
      meet(flat[i], map, Entries.label(flat, i));
    }
  }

  private void parts(Object value) {
    Form form = forms.form(value);
    FormKind kind = forms.named(form.kind());
    for (int i = 0; i < form.parts().length; i++) {
      Object part = form.parts()[i];
      boolean named = part != null && !value.getClass().isHidden();
      String field = named ? fieldOf(value, part) : null;
      meet(part, value, field != null ? field : kind.label(form, i));
    }
  }

  /** The name of the field is more to a user than the number of the part. */
  private static String fieldOf(Object value, Object part) {
    for (Field field : Layout.of(value.getClass()).references) {
      if (FieldAccess.read(field, value) == part) {
        return field.getName();
      }
    }
    return null;
  }

  private void meet(Object value, Object from, String label) {
    if (value != null && !met.containsKey(value)) {
      met.put(value, new Step(from, label));
      open.add(value);
    }
  }

  private String text(Object root) {
    if (culprit == root) {
      return describe(root);
    }
    Deque<String> labels = new ArrayDeque<>();
    for (Object at = culprit; at != root; at = met.get(at).from()) {
      labels.push(met.get(at).label());
    }
    return describe(root) + ARROW + String.join(ARROW, labels) + ARROW + end();
  }

  private String end() {
    return culprit == null ? "?" : describe(culprit);
  }

  private static String describe(Object value) {
    Class<?> type = value.getClass();
    return Lambdas.isLambda(type) ? LambdaSite.describe(value) : type.getTypeName();
  }
}
