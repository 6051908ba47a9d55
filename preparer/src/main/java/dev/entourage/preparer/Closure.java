package dev.entourage.preparer;

import dev.entourage.preparer.ClassCapture.Captured;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that some root classes need.
 *
 * @param captured the classes that travel by value
 * @param classes those and the by-reference ones that they mention, by name
 * @param others names of further classes that they mention, such as the JDK's
 * @param redefinable whether a class in it may have other bytes the next time, and nobody tells
 * @param counted how often each of those that travel had been redefined
 */
record Closure(
    List<Captured> captured,
    Map<String, Class<?>> classes,
    Set<String> others,
    boolean redefinable,
    List<Redefinitions> counted) {

  /** Whether all class files in it are still those of the live classes. */
  boolean lasts() {
    return !redefinable && counted.stream().allMatch(Redefinitions::hold);
  }
}
