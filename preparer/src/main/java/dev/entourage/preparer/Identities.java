package dev.entourage.preparer;

import dev.entourage.spi.RefusedException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Objects by identity, as far as it matters. */
final class Identities {

  private Identities() {}

  /** Says whether objects of a class equal no others. */
  static boolean distinguish(Class<?> type) {
    try {
      return type.getMethod("equals", Object.class).getDeclaringClass() == Object.class
          && type.getMethod("hashCode").getDeclaringClass() == Object.class;
    } catch (NoSuchMethodException | LinkageError e) {
      return false;
    }
  }

  static IdentitySet of(Forms forms, Object root) {
    IdentitySet found = new IdentitySet();
    Deque<Object> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      Object value = open.pop();
      if (!Plans.isLeaf(value.getClass()) && found.add(value)) {
        parts(forms, value, open);
      }
    }
    return found;
  }

  private static void parts(Forms forms, Object value, Deque<Object> open) {
    try {
      Parts.each(
          forms,
          value,
          (part, label, siblings) -> {
            if (part != null) {
              open.push(part);
            }
          });
    } catch (RefusedException e) {
      // Then the task is refused, by the walk or by the marshaller.
    }
  }
}
