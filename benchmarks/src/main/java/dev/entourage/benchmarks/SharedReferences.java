package dev.entourage.benchmarks;

import java.util.Random;
import java.util.Set;

/** An array of a million references to few objects. */
final class SharedReferences implements Graph {

  private static final int REFERENCES = 1_000_000;
  private static final int OBJECTS = 1_000;

  private final Object[] references = new Object[REFERENCES];

  static class Item {
    private final int number;
    private final Label label;

    Item(int number) {
      this.number = number;
      this.label = new Label("item " + number);
    }
  }

  static class Label {
    private final String text;

    Label(String text) {
      this.text = text;
    }
  }

  SharedReferences() {
    Item[] items = new Item[OBJECTS];
    for (int i = 0; i < OBJECTS; i++) {
      items[i] = new Item(i);
    }
    Random random = new Random(42);
    for (int i = 0; i < REFERENCES; i++) {
      references[i] = items[random.nextInt(OBJECTS)];
    }
  }

  @Override
  public Object root() {
    return references;
  }

  @Override
  public long countByHand() {
    long count = 1;
    for (Object each : references) {
      count += ((Item) each).label != null ? 2 : 1;
    }
    return count;
  }

  @Override
  public int walkByHand(Set<Object> seen) {
    seen.add(references);
    for (Object each : references) {
      if (seen.add(each)) {
        seen.add(((Item) each).label);
      }
    }
    return seen.size();
  }

  @Override
  public int size() {
    return 2 * OBJECTS + 1;
  }
}
