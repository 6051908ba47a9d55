package dev.entourage.preparer;

import dev.entourage.preparer.ClassCapture.Captured;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The classes whose code may lead to static fields that matter: their owners, and what mentions
 * them. No library does, and a library may have thousands of classes; what it calls on objects that
 * it was handed is followed from where they are made.
 */
final class LeadingCode {

  private LeadingCode() {}

  /** Returns them, of all that a task needs. */
  static Collection<Captured> of(Closure closure, StaticsOwners owners) {
    Map<String, Captured> leading = new LinkedHashMap<>();
    List<Captured> others = new ArrayList<>();
    for (Captured file : closure.captured()) {
      String name = file.entry().name();
      if (owners.has(closure.classes().get(name))) {
        leading.put(name, file);
      } else {
        others.add(file);
      }
    }
    while (others.removeIf(file -> mentions(file, leading))) {
      // What mentions one that was found just now is found in the next turn.
    }
    return leading.values();
  }

  private static boolean mentions(Captured file, Map<String, Captured> leading) {
    boolean found = file.mentioned().stream().anyMatch(leading::containsKey);
    if (found) {
      leading.put(file.entry().name(), file);
    }
    return found;
  }
}
