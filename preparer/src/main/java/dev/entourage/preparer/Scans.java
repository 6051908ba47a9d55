package dev.entourage.preparer;

import dev.entourage.preparer.ClassCapture.Captured;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What each class's file says, read once a class, and again when the class was redefined; weakly
 * kept. Classes that are always redefined in place are read each time. Thread-safe.
 */
final class Scans {

  private final CodeOrigins origins;
  private final ClassCapture capture;

  private final ClassValue<AtomicReference<Scan>> known =
      new ClassValue<>() {
        @Override
        protected AtomicReference<Scan> computeValue(Class<?> type) {
          return new AtomicReference<>();
        }
      };

  Scans(CodeOrigins origins, ClassCapture capture) {
    this.origins = origins;
    this.capture = capture;
  }

  /**
   * A class that travels by value, and what it mentions.
   *
   * @param captured its class file
   * @param classes the user's classes in it
   * @param others the names of all else in it, such as the JDK's classes
   * @param counted how often it had been redefined
   */
  record Scan(
      Captured captured, Set<Class<?>> classes, Set<String> others, Redefinitions counted) {}

  /** Scans a class; searches that scan many use one look-up for all. */
  Scan of(Class<?> type, NameLookup names) {
    if (isRedefinable(type)) {
      return read(type, names);
    }
    AtomicReference<Scan> last = known.get(type);
    Scan scan = last.get();
    if (scan == null || !scan.counted().hold()) {
      last.compareAndSet(scan, settled(type, names));
    }
    return last.get();
  }

  /** What our agent asks the JVM counts as well: then the second answer is the first one's. */
  private Scan settled(Class<?> type, NameLookup names) {
    Scan scan = read(type, names);
    while (!scan.counted().hold()) {
      scan = read(type, names);
    }
    return scan;
  }

  /** JShell redefines classes in place: the same Class object has new bytes. */
  static boolean isRedefinable(Class<?> type) {
    return type.getClassLoader().getClass().getName().startsWith("jdk.jshell.");
  }

  private Scan read(Class<?> type, NameLookup names) {
    Redefinitions counted = Redefinitions.of(type);
    Captured captured = capture.capture(type, origins.of(type).source(), names);
    Set<Class<?>> classes = new LinkedHashSet<>();
    Set<String> others = new HashSet<>();
    for (String name : captured.mentioned()) {
      Class<?> found = name.startsWith("java.") ? null : names.find(type.getClassLoader(), name);
      if (found != null && origins.of(found).isUsers()) {
        classes.add(found);
      } else {
        others.add(name);
      }
    }
    annotations(type, names).ifPresent(classes::add);
    return new Scan(captured, classes, others, counted);
  }

  /** The annotations of a package are in a class that no other mentions. */
  private Optional<Class<?>> annotations(Class<?> type, NameLookup names) {
    if (type.getPackageName().isEmpty()) {
      return Optional.empty();
    }
    String name = type.getPackageName() + ".package-info";
    return Optional.<Class<?>>ofNullable(names.find(type.getClassLoader(), name))
        .filter(found -> origins.of(found).isUsers());
  }
}
