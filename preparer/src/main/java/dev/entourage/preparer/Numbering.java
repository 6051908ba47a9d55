package dev.entourage.preparer;

import java.util.Arrays;

/**
 * Numbers things in the order in which they come, in arrays with open addressing: a table asks for
 * each object and each text, and a map of boxed numbers costs several times as much. Who declares
 * one of its subclasses has it compiled for that.
 */
abstract class Numbering {

  /** Has few things at one place in small graphs, and is still cheap to reach. */
  private static final int SMALLEST = 256;

  private static final int FEWEST = 32;
  private static final Object[] NONE = {};

  /**
   * New for each graph: storing a reference in an array that got old makes the garbage collector's
   * barrier wait for all stores before, which takes longer than all else here. At most half as long
   * as {@link #places}.
   */
  private Object[] items = NONE;

  /**
   * Places hold the numbers of items, counted from {@link #first}, below their hashes: few other
   * items are looked at, and none when there must be more places. What is lower was there before
   * the last {@link #clear}.
   */
  private long[] places = new long[SMALLEST];

  private int first = 1;

  private int size;

  private Numbering() {}

  /** Takes each object for itself. */
  static final class ByIdentity extends Numbering {

    @Override
    int hash(Object thing) {
      return System.identityHashCode(thing);
    }

    @Override
    boolean same(Object known, Object thing) {
      return known == thing;
    }
  }

  /** Takes equal things for the same. */
  static final class ByEquality extends Numbering {

    @Override
    int hash(Object thing) {
      final int hash = thing.hashCode();
      return hash ^ hash >>> 15;
    }

    @Override
    boolean same(Object known, Object thing) {
      return known.equals(thing);
    }
  }

  abstract int hash(Object thing);

  abstract boolean same(Object known, Object thing);

  final int size() {
    return size;
  }

  final Object item(int number) {
    return items[number];
  }

  /** Returns the number of a thing. It is {@link #size()} before the call when the thing is new. */
  final int number(Object thing) {
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
    final int next = size;
    if (next == items.length) {
      return withMore(thing);
    }
    table[at] = (long) hash << Integer.SIZE | first + next;
    items[next] = thing;
    size = next + 1;
    return next;
  }

  private int withMore(Object thing) {
    items = Arrays.copyOf(items, Math.max(FEWEST, 2 * size), Object[].class);
    if (2 * items.length > places.length) {
      grow();
    }
    return number(thing);
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

  /** Forgets all things; what held many of them is given up for something smaller. */
  final void clear() {
    if (size == 0) {
      return;
    }
    if (SMALLEST < places.length && 16 * size < places.length) {
      places = new long[Math.max(SMALLEST, places.length / 4)];
      first = 1;
    } else if (first > Integer.MAX_VALUE / 2) {
      Arrays.fill(places, 0);
      first = 1;
    } else {
      first += size;
    }
    items = NONE;
    size = 0;
  }

  /** Copies all things in their order. */
  final <T> T[] toArray(T[] none) {
    @SuppressWarnings("unchecked")
    Class<T[]> type = (Class<T[]>) none.getClass();
    return size == 0 ? none : Arrays.copyOf(items, size, type);
  }
}
