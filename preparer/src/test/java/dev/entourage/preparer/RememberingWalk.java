package dev.entourage.preparer;

import dev.entourage.spi.RefusedException;
import java.lang.reflect.Field;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/** The walk as one would write it first: looks at every object, and remembers every one. */
final class RememberingWalk {

  private final Forms forms;
  private final Map<Object, Object> seen = new IdentityHashMap<>();
  private final Deque<Object> open = new ArrayDeque<>();
  private final Set<Class<?>> classes = new HashSet<>();

  private RememberingWalk(Forms forms) {
    this.forms = forms;
  }

  /** Returns the classes of all objects and those that forms name. */
  static Set<Class<?>> classes(Forms forms, Object root) {
    RememberingWalk walk = new RememberingWalk(forms);
    walk.meet(root);
    while (!walk.open.isEmpty()) {
      Object value = walk.open.pop();
      walk.look(value, forms.plan(value.getClass()));
    }
    return walk.classes;
  }

  private void look(Object value, Plan plan) {
    switch (plan.shape()) {
      case LEAF, VALUE -> {}
      case REFUSED -> throw new RefusedException(plan.refusal(), value);
      case FORM -> meetAll(forms.form(value, classes::add).parts());
      default -> classes.add(value.getClass());
    }
    switch (plan.shape()) {
      case ENUM -> classes.add(((Enum<?>) value).getDeclaringClass());
      case ARRAY -> meetAll((Object[]) value);
      case OBJECT, RECORD -> {
        for (Field field : plan.layout().references) {
          meet(FieldAccess.read(field, value));
        }
      }
      case COLLECTION -> meetAll(((Collection<?>) value).toArray());
      case MAP -> meetAll(Entries.flat((Map<?, ?>) value));
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

  private void meet(Object value) {
    if (value != null && seen.put(value, value) == null) {
      open.push(value);
    }
  }
}
