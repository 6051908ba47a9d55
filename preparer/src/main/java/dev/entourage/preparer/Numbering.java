package dev.entourage.preparer;

import java.util.Arrays;

/**
 * Numbers things in the order in which they come, in arrays with open addressing: a table asks for
 * each object and each text, and a map of boxed numbers costs several times as much.
 */
final class Numbering {

  private static final int SMALLEST = 64;

  private final boolean byIdentity;
  private Object[] items = new Object[SMALLEST / 2];

  /** Places hold the numbers of items, counted from 1. */
  private int[] places = new int[SMALLEST];

  private int size;

  private Numbering(boolean byIdentity) {
    this.byIdentity = byIdentity;
  }

  /** Takes each object for itself. */
  static Numbering byIdentity() {
    return new Numbering(true);
  }

  /** Takes equal things for the same. */
  static Numbering byEquality() {
    return new Numbering(false);
  }

  int size() {
    return size;
  }

  Object item(int number) {
    return items[number];
  }

  /** Returns the number of a thing. It is {@link #size()} before the call when the thing is new. */
  int number(Object thing) {
    final int mask = places.length - 1;
    int at = hash(thing) & mask;
    while (places[at] != 0) {
      if (same(items[places[at] - 1], thing)) {
        return places[at] - 1;
      }
      at = (at + 1) & mask;
    }
    places[at] = size + 1;
    return add(thing);
  }

  private int add(Object thing) {
    if (size == items.length) {
      items = Arrays.copyOf(items, 2 * size);
    }
    items[size++] = thing;
    if (2 * size > places.length) {
      grow();
    }
    return size - 1;
  }

  private void grow() {
    int[] larger = new int[2 * places.length];
    final int mask = larger.length - 1;
    for (int number = 0; number < size; number++) {
      int at = hash(items[number]) & mask;
      while (larger[at] != 0) {
        at = (at + 1) & mask;
      }
      larger[at] = number + 1;
    }
    places = larger;
  }

  private boolean same(Object known, Object thing) {
    return known == thing || !byIdentity && known.equals(thing);
  }

  private int hash(Object thing) {
    int hash = byIdentity ? System.identityHashCode(thing) : thing.hashCode();
    return hash ^ hash >>> 15;
  }

  /** Forgets all things; what held many of them is given up for something smaller. */
  void clear() {
    if (SMALLEST < places.length && 16 * size < places.length) {
      places = new int[places.length / 4];
      items = new Object[places.length / 2];
    } else {
      Arrays.fill(places, 0);
      Arrays.fill(items, 0, size, null);
    }
    size = 0;
  }

  /** Copies all things in their order. */
  <T> T[] toArray(T[] none) {
    @SuppressWarnings("unchecked")
    Class<T[]> type = (Class<T[]>) none.getClass();
    return Arrays.copyOf(items, size, type);
  }
}
