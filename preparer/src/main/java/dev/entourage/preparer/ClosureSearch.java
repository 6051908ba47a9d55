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
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** One search for all that some classes mention, up to what travels by reference. */
final class ClosureSearch {

  private final CodeOrigins origins;
  private final Scans scans;
  private final BiConsumer<Class<?>, Class<?>> mentions;
  private final NameLookup names = new NameLookup();
  private final Deque<Class<?>> waiting = new ArrayDeque<>();
  private final Map<String, Class<?>> classes = new LinkedHashMap<>();
  private final List<Captured> captured = new ArrayList<>();
  private final Set<String> others = new HashSet<>();
  private final List<Redefinitions> counted = new ArrayList<>();
  private boolean redefinable;

  private ClosureSearch(CodeOrigins origins, Scans scans, BiConsumer<Class<?>, Class<?>> mentions) {
    this.origins = origins;
    this.scans = scans;
    this.mentions = mentions;
  }

  static Closure of(Set<Class<?>> roots, CodeOrigins origins, Scans scans) {
    return of(roots, origins, scans, (type, by) -> {});
  }

  /**
   * Searches from some roots.
   *
   * @param mentions hears each class that was found, and the first one that mentions it
   */
  static Closure of(
      Set<Class<?>> roots,
      CodeOrigins origins,
      Scans scans,
      BiConsumer<Class<?>, Class<?>> mentions) {
    OpenJars.begin();
    try {
      return joining(roots, origins, scans, mentions);
    } finally {
      OpenJars.end();
    }
  }

  private static Closure joining(
      Set<Class<?>> roots,
      CodeOrigins origins,
      Scans scans,
      BiConsumer<Class<?>, Class<?>> mentions) {
    while (true) {
      ClosureSearch search = new ClosureSearch(origins, scans, mentions);
      Closure closure = search.from(roots);
      Optional<Class<?>> split = search.split();
      if (split.isEmpty()) {
        return closure;
      }
      // Each turn lets a jar travel, or fails, so this ends.
      origins.join(split.get());
    }
  }

  private Closure from(Set<Class<?>> roots) {
    roots.forEach(root -> meet(root, null));
    while (!waiting.isEmpty()) {
      Class<?> type = waiting.removeFirst();
      Scan scan = scans.of(type, names);
      if (roots.contains(type)) {
        OnlyHere.refuse(type, scan.captured());
      }
      captured.add(scan.captured());
      counted.add(scan.counted());
      others.addAll(scan.others());
      redefinable |= Scans.isRedefinable(type);
      scan.classes().forEach(found -> meet(found, type));
    }
    return new Closure(captured, classes, others, redefinable, counted);
  }

  private void meet(Class<?> type, Class<?> by) {
    Class<?> known = classes.putIfAbsent(type.getName(), type);
    if (known != null && known != type) {
      throw twice(known, type);
    }
    if (known == null) {
      mentions.accept(type, by);
      if (origins.of(type).byValue()) {
        waiting.add(type);
      }
    }
  }

  /** A class of a jar that stays, in a package that classes which travel are in, too. */
  private Optional<Class<?>> split() {
    Map<RuntimePackage, Class<?>> staying = new LinkedHashMap<>();
    Set<RuntimePackage> travelling = new HashSet<>();
    for (Class<?> type : classes.values()) {
      if (!origins.of(type).byValue()) {
        staying.putIfAbsent(RuntimePackage.of(type), type);
      }
    }
    if (!staying.isEmpty()) {
      captured.forEach(file -> travelling.add(RuntimePackage.of(classes.get(file.entry().name()))));
      staying.keySet().retainAll(travelling);
    }
    return staying.values().stream().findFirst();
  }

  private record RuntimePackage(ClassLoader loader, String name) {

    static RuntimePackage of(Class<?> type) {
      return new RuntimePackage(type.getClassLoader(), type.getPackageName());
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
