package dev.entourage;

import java.util.List;

/**
 * What would travel with a task, and why.
 *
 * @param classes each class that was met, in the order in which it was met
 * @param bytes the size of the classes that travel by value, in bytes
 * @since 0.1
 */
public record Explanation(List<ClassEntry> classes, long bytes) {

  /** Copies the list. */
  public Explanation {
    classes = List.copyOf(classes);
  }

  /**
   * One class.
   *
   * @param name its binary name
   * @param byValue whether its bytes travel
   * @param origin the code source it comes from
   * @param reason why it is there
   * @param bytes the size of its class file when it travels, else 0
   */
  public record ClassEntry(
      String name, boolean byValue, String origin, String reason, long bytes) {}
}
