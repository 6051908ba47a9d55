package dev.entourage.preparer;

import java.util.Arrays;

/**
 * Goes through a table in the order in which its objects can be made: parts before what is made of
 * them, content before what hashes it. Tarjan's strongly connected components, without recursion.
 */
abstract class TableOrder {

  final TableView table;
  private final int[] number;
  private final int[] low;
  private final int[] next;
  private final boolean[] exists;
  private final boolean[] closed;
  private final IntStack path = new IntStack();
  private final IntStack component = new IntStack();
  private final IntStack deferred = new IntStack();
  private int numbers;

  TableOrder(TableView table) {
    this.table = table;
    int size = table.size();
    number = new int[size];
    low = new int[size];
    next = new int[size];
    exists = new boolean[size];
    closed = new boolean[size];
  }

  /** The object of a row can be referred to from now on. */
  abstract void create(int row);

  /** A row is referred to from what it is made of. */
  abstract void busy(int row);

  /**
   * All that a row refers to exists.
   *
   * @param complete whether all of it is filled as well, as far as it isn't the row itself
   * @return false to be asked again when it is
   */
  abstract boolean finish(int row, boolean complete);

  final void run() {
    if (table.size() > 0) {
      enter(0);
    }
    while (!path.isEmpty()) {
      int row = path.top();
      if (!exists[row] && next[row] >= createAfter(row)) {
        create(row);
        exists[row] = true;
      }
      if (next[row] < table.slots(row)) {
        follow(row, table.slot(row, next[row]++));
      } else {
        leave(row);
      }
    }
  }

  /**
   * After how many slots the object of a row can be made empty; a comparator is needed for that.
   */
  private int createAfter(int row) {
    return switch (table.kind(row)) {
      case Row.OBJECT, Row.ARRAY, Row.SHELLED -> 0;
      case Row.COLLECTION, Row.MAP -> 1;
      default -> Integer.MAX_VALUE;
    };
  }

  private void enter(int row) {
    number[row] = ++numbers;
    low[row] = numbers;
    path.push(row);
    component.push(row);
  }

  private void follow(int row, int target) {
    if (target < 0 || closed[target]) {
      return;
    }
    if (number[target] == 0) {
      enter(target);
      return;
    }
    low[row] = Math.min(low[row], number[target]);
    if (!exists[target]) {
      busy(target);
    }
  }

  private void leave(int row) {
    path.pop();
    boolean root = low[row] == number[row];
    if (root) {
      finishRoot(row);
      close(row);
    } else if (!finish(row, false)) {
      deferred.push(row);
    }
    exists[row] = true;
    if (!path.isEmpty()) {
      int parent = path.top();
      low[parent] = Math.min(low[parent], low[row]);
    }
  }

  /** The root of a cycle is filled before what waited for it, unless it looks into them. */
  private void finishRoot(int row) {
    boolean done = finish(row, !waiting(row));
    int first = deferred.size();
    while (first > 0 && number[deferred.get(first - 1)] > number[row]) {
      first--;
    }
    for (int i = first; i < deferred.size(); i++) {
      finish(deferred.get(i), true);
    }
    deferred.truncate(first);
    if (!done) {
      finish(row, true);
    }
  }

  private boolean waiting(int row) {
    return !deferred.isEmpty() && number[deferred.top()] > number[row];
  }

  private void close(int row) {
    int member;
    do {
      member = component.pop();
      closed[member] = true;
    } while (member != row);
  }

  /** Numbers without boxes. */
  private static final class IntStack {

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

    int get(int index) {
      return items[index];
    }

    int size() {
      return size;
    }

    boolean isEmpty() {
      return size == 0;
    }

    void truncate(int to) {
      size = to;
    }
  }
}
