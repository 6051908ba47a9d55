package dev.entourage.preparer;

import java.util.Arrays;

/**
 * The classes of the objects that one walk has met, with their plans, in one array with open
 * addressing: asked once an object, which is what makes it worth a table of its own.
 */
final class MetClasses {

  private static final int SMALLEST = 64;
  private static final int KEPT = 1024;

  private final ClassValue<WalkPlan> plans;
  private Class<?>[] keys = new Class<?>[SMALLEST];
  private WalkPlan[] values = new WalkPlan[SMALLEST];
  private WalkPlan[] inOrder = new WalkPlan[SMALLEST / 2];
  private int size;

  /** The places of the last two classes: numbers, since storing references costs more here. */
  private int last;

  private int other;

  MetClasses(ClassValue<WalkPlan> plans) {
    this.plans = plans;
  }

  /** Returns the plan of an object's class, which counts as met from now on. */
  WalkPlan plan(Class<?> type) {
    if (keys[last] == type) {
      return values[last];
    }
    return keys[other] == type ? values[other] : find(type);
  }

  private WalkPlan find(Class<?> type) {
    final int mask = keys.length - 1;
    int i = hash(type) & mask;
    while (keys[i] != type) {
      if (keys[i] == null) {
        return add(type);
      }
      i = (i + 1) & mask;
    }
    other = last;
    last = i;
    return values[i];
  }

  private WalkPlan add(Class<?> type) {
    WalkPlan plan = plans.get(type);
    if (2 * size == keys.length) {
      grow();
    }
    inOrder[size++] = plan;
    put(type, plan);
    return plan;
  }

  /** The name keeps its hash code, and so costs less than the class's own. */
  private static int hash(Class<?> type) {
    int hash = type.getName().hashCode();
    return hash ^ (hash >>> 16);
  }

  private void put(Class<?> type, WalkPlan plan) {
    int i = hash(type) & (keys.length - 1);
    while (keys[i] != null) {
      i = (i + 1) & (keys.length - 1);
    }
    keys[i] = type;
    values[i] = plan;
  }

  private void grow() {
    Class<?>[] oldKeys = keys;
    WalkPlan[] oldValues = values;
    inOrder = Arrays.copyOf(inOrder, 2 * inOrder.length);
    last = 0;
    other = 0;
    keys = new Class<?>[2 * oldKeys.length];
    values = new WalkPlan[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != null) {
        put(oldKeys[i], oldValues[i]);
      }
    }
  }

  /** Says whether it takes little memory. */
  boolean isSmall() {
    return keys.length <= KEPT;
  }

  /** Returns the plans of all classes that were met, in order, and forgets them. */
  WalkPlan[] take() {
    WalkPlan[] met = Arrays.copyOf(inOrder, size);
    Arrays.fill(keys, null);
    Arrays.fill(values, null);
    Arrays.fill(inOrder, 0, size, null);
    size = 0;
    return met;
  }
}
