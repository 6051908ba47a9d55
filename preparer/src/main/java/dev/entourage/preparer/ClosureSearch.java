package dev.entourage.preparer;

import dev.entourage.PreparationException;
import dev.entourage.preparer.ClassCapture.Captured;
import dev.entourage.preparer.Scans.Scan;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One search for all that some classes mention, up to what travels by reference. */
final class ClosureSearch {

  private final CodeOrigins origins;
  private final Scans scans;
  private final Deque<Class<?>> waiting = new ArrayDeque<>();
  private final Map<String, Class<?>> classes = new LinkedHashMap<>();
  private final List<Captured> captured = new ArrayList<>();
  private final Set<String> others = new HashSet<>();
  private boolean redefinable;

  private ClosureSearch(CodeOrigins origins, Scans scans) {
    this.origins = origins;
    this.scans = scans;
  }

  static Closure of(Set<Class<?>> roots, CodeOrigins origins, Scans scans) {
    return new ClosureSearch(origins, scans).search(roots);
  }

  private Closure search(Set<Class<?>> roots) {
    roots.forEach(this::meet);
    while (!waiting.isEmpty()) {
      Class<?> type = waiting.removeFirst();
      Scan scan = scans.of(type);
      captured.add(scan.captured());
      others.addAll(scan.others());
      redefinable |= Scans.isRedefinable(type);
      scan.classes().forEach(this::meet);
    }
    return new Closure(captured, classes, others, redefinable);
  }

  private void meet(Class<?> type) {
    Class<?> known = classes.putIfAbsent(type.getName(), type);
    if (known == null && origins.of(type).byValue()) {
      waiting.add(type);
    } else if (known != null && known != type) {
      throw twice(known, type);
    }
  }

  private PreparationException twice(Class<?> one, Class<?> other) {
    return new PreparationException(
        "One task can't hold two classes of one name: class="
            + one.getName()
            + ", first="
            + describe(one)
            + ", second="
            + describe(other)
            + ". Load it once, or split the task.",
        "");
  }

  private String describe(Class<?> type) {
    return origins.of(type).source() + " in " + type.getClassLoader();
  }
}
