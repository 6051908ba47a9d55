package dev.entourage.engine;

import dev.entourage.Explanation;
import dev.entourage.Explanation.ClassEntry;
import dev.entourage.preparer.Codec;
import dev.entourage.preparer.Preparer;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Explains each shape of task once, before it is sent, when the system property {@code
 * entourage.explain} is set, as {@code entourage explain} does. Its value may hold {@code colour}
 * and the width of the terminal, as in {@code colour,120}. Thread-safe.
 */
final class Explaining {

  private static final String PROPERTY = "entourage.explain";
  private static final String COLOUR = "colour";
  private static final int WIDTH = 100;

  private final Preparer preparer;
  private final Codec codec;
  private final Notices notices;
  private final boolean on;
  private final boolean colour;
  private final int width;
  private final Set<TaskShape> told = ConcurrentHashMap.newKeySet();
  private final Set<List<String>> classes = ConcurrentHashMap.newKeySet();

  private Explaining(
      Preparer preparer, Codec codec, Notices notices, boolean on, boolean colour, int width) {
    this.preparer = preparer;
    this.codec = codec;
    this.notices = notices;
    this.on = on;
    this.colour = colour;
    this.width = width;
  }

  static Explaining asAsked(Preparer preparer, Codec codec, Notices notices) {
    String asked = System.getProperty(PROPERTY);
    List<String> words = asked == null ? List.of() : List.of(asked.split(","));
    int width =
        words.stream()
            .filter(word -> word.matches("[1-9]\\d{0,3}"))
            .mapToInt(Integer::parseInt)
            .findFirst()
            .orElse(WIDTH);
    return new Explaining(preparer, codec, notices, asked != null, words.contains(COLOUR), width);
  }

  /** Explains a task of a new shape. */
  void look(Object task) {
    if (on && told.add(TaskShape.of(task, preparer::shape))) {
      Explanation explanation = preparer.explain(task, codec);
      notices.print(explanation.toText(width, colour, one -> classes.contains(key(one))) + "\n");
      explanation.classes().forEach(one -> classes.add(key(one)));
    }
  }

  private static List<String> key(ClassEntry entry) {
    return List.of(entry.name(), entry.origin());
  }
}
