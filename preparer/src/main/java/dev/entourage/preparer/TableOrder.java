package dev.entourage.preparer;

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
  private final boolean[] postponed;
  private final boolean[] making;
  private final IntStack path = new IntStack();
  private final IntStack component = new IntStack();

  /** Objects that refer to one that doesn't exist yet; made or filled when it does. */
  private final IntStack late = new IntStack();

  /** Objects that look into what isn't filled yet; filled when it is, behind the late ones. */
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
    postponed = new boolean[size];
    making = new boolean[size];
  }

  /** The object of a row can be referred to from now on. */
  abstract void create(int row);

  /** A row is made of itself, with nothing between that could be filled later. */
  abstract void busy(int row);

  /**
   * All that a row refers to exists.
   *
   * @param complete whether all of it is filled as well, as far as it isn't the row itself
   * @return false to be asked again when it is
   */
  abstract boolean finish(int row, boolean complete);

  /** A row will be finished when some others are made; these may look at what it has already. */
  abstract void prepare(int row);

  /** Finishes the rows of a cycle that look into what the others hold. */
  abstract void settle(int[] rows);

  final void run() {
    if (table.size() > 0) {
      enter(0);
    }
    while (!path.isEmpty()) {
      step(path.top());
    }
  }

  /** Goes on with a row, until it leads to one that wasn't met before or is done. */
  private void step(int row) {
    int after = createAfter(row);
    int slots = table.slots(row);
    while (true) {
      int slot = next[row];
      if (slot >= after && !exists[row] && !postponed[row]) {
        create(row);
        exists[row] = true;
      }
      if (slot >= slots) {
        leave(row);
        return;
      }
      next[row]++;
      if (follow(row, table.slot(row, slot))) {
        return;
      }
    }
  }

  /** How many slots must exist before the object does; a comparator is needed to make a tree. */
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

  /** Says whether the target is to be worked on first. */
  private boolean follow(int row, int target) {
    if (target < 0 || closed[target]) {
      return false;
    }
    if (number[target] != 0) {
      low[row] = Math.min(low[row], number[target]);
      postponed[row] |= !exists[target];
      return false;
    }
    if (table.isFlat(target)) {
      finishLeaf(target);
      return false;
    }
    enter(target);
    return true;
  }

  /**
   * Most rows lead nowhere: texts, numbers, objects that hold no others. They are done as they are
   * met, and are part of no cycle.
   */
  private void finishLeaf(int row) {
    number[row] = ++numbers;
    if (createAfter(row) == 0) {
      create(row);
    }
    finish(row, true);
    exists[row] = true;
    closed[row] = true;
  }

  private void leave(int row) {
    path.pop();
    if (low[row] == number[row]) {
      finishRoot(row);
      close(row);
    } else if (postponed[row]) {
      late.push(row);
    } else {
      finishInCycle(row);
    }
    if (!path.isEmpty()) {
      int parent = path.top();
      low[parent] = Math.min(low[parent], low[row]);
      postponed[parent] |= !exists[row];
    }
  }

  private void finishInCycle(int row) {
    if (!finish(row, false)) {
      deferred.push(row);
    }
    exists[row] = true;
  }

  /**
   * Ends a cycle: first what is made of others is made, which need only exist for that; then what
   * only stores is filled, then what looks into it.
   */
  private void finishRoot(int row) {
    boolean alone = !postponed[row] && !waits(late, row) && !waits(deferred, row);
    if (alone) {
      finish(row, true);
      exists[row] = true;
      return;
    }
    late.push(row);
    int[] rows = late.takeFrom(i -> number[i] >= number[row]);
    for (int each : rows) {
      if (exists[each] && createAfter(each) == 0) {
        prepare(each);
      }
    }
    for (int each : rows) {
      make(each);
    }
    for (int each : rows) {
      if (createAfter(each) != Integer.MAX_VALUE) {
        finishInCycle(each);
      }
    }
    settle(deferred.takeFrom(i -> number[i] >= number[row]));
  }

  /** Makes an object, and before it those that it is made of, as far as they don't exist. */
  private void make(int row) {
    if (exists[row]) {
      return;
    }
    start(row);
    while (!path.isTop(-1)) {
      int at = path.top();
      if (next[at] < Math.min(createAfter(at), table.slots(at))) {
        require(table.slot(at, next[at]++));
      } else {
        path.pop();
        made(at);
      }
    }
    path.pop();
  }

  /** Works on the path above a mark, so that what is open below it stays. */
  private void start(int row) {
    path.push(-1);
    begin(row);
  }

  private void begin(int row) {
    next[row] = 0;
    making[row] = true;
    path.push(row);
  }

  private void require(int target) {
    if (target < 0 || exists[target]) {
      return;
    }
    if (making[target]) {
      busy(target);
    }
    begin(target);
  }

  private void made(int row) {
    if (createAfter(row) == Integer.MAX_VALUE) {
      finish(row, false);
    } else {
      create(row);
    }
    exists[row] = true;
  }

  /** Says whether a row is complete, with all that it leads to. */
  final boolean isClosed(int row) {
    return closed[row];
  }

  /** Says whether a row was met before another. */
  final boolean isBefore(int row, int other) {
    return number[row] < number[other];
  }

  private boolean waits(IntStack stack, int row) {
    return !stack.isEmpty() && number[stack.top()] > number[row];
  }

  private void close(int row) {
    int member;
    do {
      member = component.pop();
      closed[member] = true;
    } while (member != row);
  }
}
