package dev.entourage.preparer;

import java.util.Arrays;

/** Objects by identity, in one array with open addressing. */
final class IdentitySet {

  private static final int KEPT = 8192;

  private Object[] table = new Object[128];
  private int size;

  /** Adds an object; false when it was there. */
  boolean add(Object value) {
    if (!insert(table, value)) {
      return false;
    }
    if (++size * 2 > table.length) {
      grow();
    }
    return true;
  }

  int size() {
    return size;
  }

  /** Says whether it takes little memory. */
  boolean isSmall() {
    return table.length <= KEPT;
  }

  void clear() {
    if (size > 0) {
      Arrays.fill(table, null);
      size = 0;
    }
  }

  boolean has(Object value) {
    int mask = table.length - 1;
    int i = spread(System.identityHashCode(value)) & mask;
    while (table[i] != null && table[i] != value) {
      i = (i + 1) & mask;
    }
    return table[i] != null;
  }

  private static boolean insert(Object[] table, Object value) {
    int mask = table.length - 1;
    int i = spread(System.identityHashCode(value)) & mask;
    while (table[i] != null) {
      if (table[i] == value) {
        return false;
      }
      i = (i + 1) & mask;
    }
    table[i] = value;
    return true;
  }

  private static int spread(int hash) {
    return hash ^ (hash >>> 15);
  }

  private void grow() {
    Object[] larger = new Object[2 * table.length];
    for (Object value : table) {
      if (value != null) {
        insert(larger, value);
      }
    }
    table = larger;
  }
}
