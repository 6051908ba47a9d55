package dev.entourage.preparer;

import java.util.Arrays;

/**
 * Numbers things in the order in which they come, in arrays with open addressing: a table asks for
 * each object and each text, and a map of boxed numbers costs several times as much.
 */
final class Numbering {

  private static final int SMALLEST = 64;

  private final boolean byIdentity;

  /**
   * New for each graph: storing a reference in an array that got old makes the garbage collector's
   * barrier wait for all stores before, which takes longer than all else here.
   */
  private Object[] items;

  /**
   * Places hold the numbers of items, counted from {@link #first}, below their hashes: few other
   * items are looked at, and none when there must be more places. What is lower was there before
   * the last {@link #clear}.
   */
  private long[] places = new long[SMALLEST];

  private int first = 1;

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
    final long[] table = places;
    final int mask = table.length - 1;
    final int hash = hash(thing);
    int at = hash & mask;
    while ((int) table[at] >= first) {
      final int number = (int) table[at] - first;
      if ((int) (table[at] >>> Integer.SIZE) == hash && same(items[number], thing)) {
        return number;
      }
      at = (at + 1) & mask;
    }
    table[at] = (long) hash << Integer.SIZE | first + size;
    return add(thing);
  }

  private int add(Object thing) {
    if (size == 0) {
      items = new Object[places.length / 2];
    } else if (size == items.length) {
      items = Arrays.copyOf(items, 2 * size);
    }
    items[size++] = thing;
    if (2 * size > places.length) {
      grow();
    }
    return size - 1;
  }

  private void grow() {
    long[] larger = new long[2 * places.length];
    final int mask = larger.length - 1;
    for (long place : places) {
      if ((int) place >= first) {
        int at = (int) (place >>> Integer.SIZE) & mask;
        while (larger[at] != 0) {
          at = (at + 1) & mask;
        }
        larger[at] = place;
      }
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
    if (size == 0) {
      return;
    }
    if (SMALLEST < places.length && 16 * size < places.length) {
      places = new long[places.length / 4];
      first = 1;
    } else if (first > Integer.MAX_VALUE / 2) {
      Arrays.fill(places, 0);
      first = 1;
    } else {
      first += size;
    }
    items = null;
    size = 0;
  }

  /** Copies all things in their order. */
  <T> T[] toArray(T[] none) {
    @SuppressWarnings("unchecked")
    Class<T[]> type = (Class<T[]>) none.getClass();
    return size == 0 ? none : Arrays.copyOf(items, size, type);
  }
}
