package dev.entourage.preparer;

import dev.entourage.preparer.ClassCapture.Captured;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What each class's file says, read once a class; weakly kept. Classes that can be redefined in
 * place are read again each time. Thread-safe.
 */
final class Scans {

  private final CodeOrigins origins;
  private final ClassCapture capture;

  private final ClassValue<Scan> known =
      new ClassValue<>() {
        @Override
        protected Scan computeValue(Class<?> type) {
          return read(type);
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
   */
  record Scan(Captured captured, Set<Class<?>> classes, Set<String> others) {}

  Scan of(Class<?> type) {
    return isRedefinable(type) ? read(type) : known.get(type);
  }

  /** JShell redefines classes in place: the same Class object has new bytes. */
  static boolean isRedefinable(Class<?> type) {
    return type.getClassLoader().getClass().getName().startsWith("jdk.jshell.");
  }

  private Scan read(Class<?> type) {
    Captured captured = capture.capture(type, origins.of(type).source());
    Set<Class<?>> classes = new LinkedHashSet<>();
    Set<String> others = new HashSet<>();
    for (String name : captured.mentioned()) {
      Class<?> found = name.startsWith("java.") ? null : find(type.getClassLoader(), name);
      if (found != null && origins.of(found).isUsers()) {
        classes.add(found);
      } else {
        others.add(name);
      }
    }
    return new Scan(captured, classes, others);
  }

  /** Looks a name up as the class that mentions it would, without running any code of it. */
  static Class<?> find(ClassLoader loader, String name) {
    try {
      return Class.forName(name, false, loader);
    } catch (ClassNotFoundException | LinkageError e) {
      // Not a class after all, or one that nobody on the driver can use either.
      return null;
    }
  }
}
