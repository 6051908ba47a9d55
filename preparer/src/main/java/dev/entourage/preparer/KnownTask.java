package dev.entourage.preparer;

import java.util.Arrays;
import java.util.Set;

/** What is known of all tasks in which the walk finds the same classes. Thread-safe. */
final class KnownTask {

  private final WalkPlan[] plans;
  private final Class<?>[] named;
  private final Set<Class<?>> roots;
  private volatile Written written;

  KnownTask(Findings found, Set<Class<?>> roots) {
    this.plans = found.plans();
    this.named = found.named().toArray(Class<?>[]::new);
    this.roots = Set.copyOf(roots);
  }

  /**
   * What followed when one of them was encoded.
   *
   * @param heard all classes that the marshaller told
   * @param classes those that matter, and the roots
   * @param sealed their manifest
   */
  record Written(Set<Class<?>> heard, Set<Class<?>> classes, Sealed sealed) {}

  /** Each class has a plan of its own, so comparing plans compares classes. */
  boolean fits(Findings found) {
    if (found.plans().length != plans.length || found.named().size() != named.length) {
      return false;
    }
    for (int i = 0; i < plans.length; i++) {
      if (found.plans()[i] != plans[i]) {
        return false;
      }
    }
    return named.length == 0 || Arrays.equals(found.named().toArray(), named);
  }

  /** Returns the classes that its objects have, may have, or name. */
  Set<Class<?>> roots() {
    return roots;
  }

  /** Returns what followed from encoding one, or null. */
  Written written() {
    return written;
  }

  /** Keeps what follows from encoding one; the first time says it. */
  void learn(Written first) {
    if (written == null) {
      written = first;
    }
  }
}
