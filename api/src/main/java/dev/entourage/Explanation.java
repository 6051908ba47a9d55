package dev.entourage;

import java.util.List;

/**
 * What would travel with a task, and why.
 *
 * @param classes each class that was met, in the order in which it was met
 * @param bytes the size of the classes that travel by value, in bytes
 * @param statics each static field that the code may read, in scripts, snippets and classes that
 *     were made in memory
 * @since 0.1
 */
public record Explanation(List<ClassEntry> classes, long bytes, List<StaticEntry> statics) {

  /** Copies the lists. */
  public Explanation {
    classes = List.copyOf(classes);
    statics = List.copyOf(statics);
  }

  /**
   * One static field.
   *
   * @param name the class's binary name, a dot and the field's name
   * @param travels whether its value goes along; else workers have what its initialiser makes
   * @param reason why
   */
  public record StaticEntry(String name, boolean travels, String reason) {}

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
