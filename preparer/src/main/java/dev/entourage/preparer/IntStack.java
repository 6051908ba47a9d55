package dev.entourage.preparer;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** A stack of numbers without boxes. */
final class IntStack {

  private int[] items = new int[64];
  private int size;

  void push(int item) {
    if (size == items.length) {
      items = Arrays.copyOf(items, 2 * size);
    }
    items[size++] = item;
  }

  int pop() {
    return items[--size];
  }

  int top() {
    return items[size - 1];
  }

  boolean isEmpty() {
    return size == 0;
  }

  boolean isTop(int item) {
    return items[size - 1] == item;
  }

  /** Removes the topmost items that fit, and returns them in the order in which they came. */
  int[] takeFrom(IntPredicate fits) {
    int first = size;
    while (first > 0 && fits.test(items[first - 1])) {
      first--;
    }
    int[] taken = Arrays.copyOfRange(items, first, size);
    size = first;
    return taken;
  }
}
