package dev.entourage.preparer;

import java.util.Arrays;

/** The classes of the objects in graphs, with who tells the objects of each. */
final class StraightTypes {

  private static final int SMALLEST = 32;

  private final Forms forms;
  private Teller[] places = new Teller[SMALLEST];
  private int size;
  private int graph;
  private int numbers;

  /** Some tellers may know one that was replaced. */
  private boolean replaced;

  StraightTypes(Forms forms) {
    this.forms = forms;
  }

  /** Returns the number of a type in this graph; -1 before it has one. */
  int number(Teller type) {
    return type.number(graph);
  }

  /** Gives a type the next number. */
  int declare(Teller type) {
    type.number(graph, numbers);
    return numbers++;
  }

  /** Starts with another graph, in which no type has a number. */
  void clear() {
    graph++;
    numbers = 0;
    if (replaced) {
      replaced = false;
      Arrays.stream(places).filter(each -> each != null).forEach(Teller::forget);
    }
  }

  /** Has another teller for the class of that one. */
  void replace(Teller by) {
    replaced = true;
    places[place(by.type())] = by;
  }

  Teller of(Class<?> type) {
    final int at = place(type);
    final Teller known = places[at];
    return known == null ? add(type, at) : known;
  }

  /** Where a class is, or where there is a place for it. */
  private int place(Class<?> type) {
    final Teller[] known = places;
    final int mask = known.length - 1;
    int at = type.hashCode() & mask;
    while (known[at] != null && known[at].type() != type) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private Teller add(Class<?> type, int at) {
    Teller found = Teller.of(type, forms.plan(type), forms);
    places[at] = found;
    if (2 * ++size > places.length) {
      grow();
    }
    return found;
  }

  private void grow() {
    Teller[] old = places;
    places = new Teller[2 * old.length];
    final int mask = places.length - 1;
    Arrays.stream(old)
        .filter(each -> each != null)
        .forEach(
            each -> {
              int at = each.type().hashCode() & mask;
              while (places[at] != null) {
                at = (at + 1) & mask;
              }
              places[at] = each;
            });
  }
}
