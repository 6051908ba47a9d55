package dev.entourage.preparer;

import java.util.Arrays;

/** What a walk has still to look at, each object with a number. */
final class WalkStack {

  private static final int SMALLEST = 64;
  private static final int KEPT = 8192;

  private Object[] objects = new Object[SMALLEST];
  private int[] numbers = new int[SMALLEST];
  private int size;

  void push(Object value, int number) {
    if (size == objects.length) {
      objects = Arrays.copyOf(objects, 2 * size);
      numbers = Arrays.copyOf(numbers, 2 * size);
    }
    objects[size] = value;
    numbers[size++] = number;
  }

  boolean isEmpty() {
    return size == 0;
  }

  int size() {
    return size;
  }

  /** Says whether it takes little memory. */
  boolean isSmall() {
    return objects.length <= KEPT;
  }

  /** Returns the number of the topmost object. */
  int number() {
    return numbers[size - 1];
  }

  Object top() {
    return objects[size - 1];
  }

  Object pop() {
    Object value = objects[--size];
    objects[size] = null;
    return value;
  }

  /** Turns what was pushed since then, so that what came first comes out first. */
  void reverse(int from) {
    for (int i = from, j = size - 1; i < j; i++, j--) {
      Object value = objects[i];
      objects[i] = objects[j];
      objects[j] = value;
      int number = numbers[i];
      numbers[i] = numbers[j];
      numbers[j] = number;
    }
  }
}
