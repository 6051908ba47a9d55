package dev.entourage.preparer;

import dev.entourage.spi.RefusedException;
import java.lang.reflect.Field;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Map;

/** Whether two graphs have an object in common whose identity matters. Looks at every object. */
final class Overlap {

  private final Forms forms;
  private final IdentitySet seen = new IdentitySet();
  private final Deque<Object> open = new ArrayDeque<>();

  private Overlap(Forms forms, Object root) {
    this.forms = forms;
    meet(root);
    while (!open.isEmpty()) {
      Object value = open.pop();
      look(value, forms.plan(value.getClass()));
    }
  }

  /**
   * Compares two graphs.
   *
   * @throws RefusedException when one of them holds something that can't travel
   */
  static boolean between(Forms forms, Object one, Object other) {
    IdentitySet first = new Overlap(forms, one).seen;
    return new Overlap(forms, other).seen.stream().anyMatch(first::has);
  }

  private void meet(Object value) {
    if (value != null && isOne(value) && seen.add(value)) {
      open.push(value);
    }
  }

  private boolean isOne(Object value) {
    return switch (forms.plan(value.getClass()).shape()) {
      case LEAF, ENUM, VALUE -> false;
      default -> !(value instanceof Class);
    };
  }

  private void look(Object value, Plan plan) {
    switch (plan.shape()) {
      case ARRAY -> meetAll((Object[]) value);
      case OBJECT, RECORD -> {
        for (Field field : plan.layout().references) {
          meet(FieldAccess.read(field, value));
        }
      }
      case COLLECTION -> meetAll(((Collection<?>) value).toArray());
      case MAP -> meetAll(Entries.flat((Map<?, ?>) value));
      case FORM -> meetAll(forms.form(value).parts());
      case REFUSED -> throw new RefusedException(plan.refusal(), value);
      default -> {}
    }
    if (JdkCollections.isSorted(value.getClass())) {
      meet(JdkCollections.comparator(value));
    }
  }

  private void meetAll(Object[] values) {
    for (Object value : values) {
      meet(value);
    }
  }
}
