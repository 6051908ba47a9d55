package dev.entourage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * What would travel with a task, and why. {@link #toString()} is the same as a text for people.
 *
 * @param task the task as its author would call it, such as {@code lambda at Foo.java:42}
 * @param refusals what can't travel; empty when the task can be submitted
 * @param state the sizes of all that the task refers to, by path
 * @param encoded the exact size of the encoded state, in bytes; empty when it can't travel
 * @param classes each class that was met, in the order in which it was met
 * @param bytes the size of the classes that travel by value, in bytes; each goes once a worker
 * @param statics each static field that the code may read, in scripts, snippets and classes that
 *     were made in memory
 * @param layers what each layer did, in their order
 * @since 0.1
 */
public record Explanation(
    String task,
    List<Refusal> refusals,
    SizeEntry state,
    OptionalLong encoded,
    List<ClassEntry> classes,
    long bytes,
    List<StaticEntry> statics,
    List<LayerEntry> layers) {

  private static final int WIDTH = 100;

  /** Copies the lists. */
  public Explanation {
    refusals = List.copyOf(refusals);
    classes = List.copyOf(classes);
    statics = List.copyOf(statics);
    layers = List.copyOf(layers);
  }

  /** Returns the text for people, plain and 100 columns wide. */
  @Override
  public String toString() {
    return toText(WIDTH, false);
  }

  /**
   * Tells all of this to people: largest first, long lists folded with their counts and sizes.
   *
   * @param width how many columns the longest line may have
   * @param colour whether to write the escape sequences of a terminal
   * @return lines that each end with a line feed
   */
  public String toText(int width, boolean colour) {
    return toText(width, colour, entry -> false);
  }

  /**
   * Tells all of this to one who has read other explanations: classes that were told there are only
   * counted.
   *
   * @param width how many columns the longest line may have
   * @param colour whether to write the escape sequences of a terminal
   * @param told says which classes the reader knows
   * @return lines that each end with a line feed
   */
  public String toText(int width, boolean colour, Predicate<ClassEntry> told) {
    return new ExplanationText(this, told, new Page(width, colour)).text();
  }

  /**
   * Something that can't travel.
   *
   * @param path the way to it, such as {@code lambda at Foo.java:42 → this → cache →
   *     java.net.Socket}
   * @param reason why, and what to do
   */
  public record Refusal(String path, String reason) {}

  /**
   * The objects at one path: one of a field, many of the elements of a collection, which are told
   * together. Each object counts once, at the shortest path to it.
   *
   * @param path the way to them, as in errors: {@code lambda at Foo.java:42 → this → cache →
   *     java.util.HashMap}
   * @param step its last step, such as {@code cache}, {@code [3]}, or {@code [*] × 1,000} for all
   *     elements; empty for the task itself
   * @param type what they are: a class, or {@code lambda at Foo.java:42}
   * @param objects how many they are
   * @param own their own size as it is encoded, about, in bytes
   * @param bytes their size with all that is below, about, in bytes
   * @param children what is below, the largest first
   */
  public record SizeEntry(
      String path,
      String step,
      String type,
      long objects,
      long own,
      long bytes,
      List<SizeEntry> children) {

    /** Sorts the children. */
    public SizeEntry {
      children =
          children.stream().sorted(Comparator.comparingLong(SizeEntry::bytes).reversed()).toList();
    }

    /**
     * Finds where the bytes are: the paths that hold a tenth of all or more, without what a deeper
     * one of them holds.
     *
     * @param most how many to return
     * @return the largest ones, the largest first
     */
    public List<PathSize> largest(int most) {
      List<PathSize> found = new ArrayList<>();
      collect(Math.max(1, bytes / 10), found);
      return found.stream()
          .sorted(Comparator.comparingLong(PathSize::bytes).reversed())
          .limit(most)
          .toList();
    }

    private void collect(long least, List<PathSize> found) {
      long rest = bytes;
      for (SizeEntry child : children) {
        if (child.bytes >= least) {
          child.collect(least, found);
          rest -= child.bytes;
        }
      }
      if (rest >= least) {
        found.add(new PathSize(path, rest));
      }
    }
  }

  /**
   * What one path of a task holds.
   *
   * @param path the path
   * @param bytes its size as it is encoded, about
   */
  public record PathSize(String path, long bytes) {

    @Override
    public String toString() {
      return ByteCount.of(bytes) + "  " + path;
    }
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
   * @param byValue whether its bytes travel; else workers have it already
   * @param origin the code source it comes from
   * @param reason why it travels by value or by reference
   * @param found how it came to the task: by an object, or by the class whose code mentions it
   * @param bytes the size of its class file when it travels, else 0
   */
  public record ClassEntry(
      String name, boolean byValue, String origin, String reason, String found, long bytes) {}

  /**
   * What one layer did.
   *
   * @param id the layer's name
   * @param did what it says of itself, empty for layers of the user's
   * @param added the classes that it added to the task, by name
   * @param replaced the objects that it replaced
   * @param time how long it took
   */
  public record LayerEntry(
      String id, String did, List<String> added, List<Replaced> replaced, Duration time) {

    /** Copies the lists. */
    public LayerEntry {
      added = List.copyOf(added);
      replaced = List.copyOf(replaced);
    }
  }

  /**
   * The objects of one class that a layer replaced by something else, or dropped.
   *
   * @param type the class of the objects
   * @param by the class of what travels instead, empty when that is null
   * @param objects how many they were
   */
  public record Replaced(String type, String by, long objects) {}
}
