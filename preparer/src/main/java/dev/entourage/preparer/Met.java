package dev.entourage.preparer;

import java.util.Arrays;

/** Objects by identity, in the order in which they were met, and which of them are made already. */
final class Met {

  private static final int BUSY = -1;

  private final Numbering objects = Numbering.byIdentity();

  /** In which order each was made. */
  private int[] made = new int[64];

  private int count;

  int size() {
    return objects.size();
  }

  /** How many are made. */
  int made() {
    return count;
  }

  /** Returns the number of an object. It is {@link #size()} before the call when it is new. */
  int number(Object object) {
    int number = objects.number(object);
    if (number == made.length) {
      made = Arrays.copyOf(made, 2 * number);
    }
    return number;
  }

  /** An object was made. */
  void make(int number) {
    made[number] = ++count;
  }

  /** Returns which one an object was to be made, counted from 1; -1 while it isn't made yet. */
  int made(int number) {
    return made[number] == 0 ? BUSY : made[number];
  }

  void clear() {
    Arrays.fill(made, 0, objects.size(), 0);
    objects.clear();
    count = 0;
  }
}
