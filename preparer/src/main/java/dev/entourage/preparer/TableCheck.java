package dev.entourage.preparer;

import java.util.BitSet;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/** Finds the objects of a table that couldn't be made again. */
final class TableCheck extends TableOrder {

  private final Forms forms;
  private final IntPredicate plain;
  private final IntConsumer refuse;

  /**
   * Makes a check.
   *
   * @param plain says whether a row is an array or an ordinary object that is known by identity
   * @param refuse hears of rows
   */
  TableCheck(TableView table, Forms forms, IntPredicate plain, IntConsumer refuse) {
    super(table);
    this.forms = forms;
    this.plain = plain;
    this.refuse = refuse;
  }

  @Override
  void create(int row) {}

  @Override
  void busy(int row) {
    refuse.accept(row);
  }

  @Override
  boolean finish(int row, boolean complete) {
    if (!complete
        && table.kind(row) == Row.FORM
        && forms.inspects(table.typeText(row))
        && !resolves(row)) {
      refuse.accept(row);
    }
    return true;
  }

  /** Says whether it may be made while objects around it aren't complete. */
  private boolean resolves(int row) {
    return forms.resolves(table.typeText(row)) && leadsToPlain(row);
  }

  private boolean leadsToPlain(int resolved) {
    BitSet visited = new BitSet();
    IntStack open = new IntStack();
    open.push(resolved);
    while (!open.isEmpty()) {
      int at = open.pop();
      for (int slot = 0; slot < table.slots(at); slot++) {
        int target = table.slot(at, slot);
        if (target < 0 || isClosed(target) || visited.get(target)) {
          continue;
        }
        if (!maySee(at, target, resolved)) {
          return false;
        }
        if (isBefore(resolved, target)) {
          visited.set(target);
          open.push(target);
        }
      }
    }
    return true;
  }

  private boolean maySee(int from, int target, int resolved) {
    if (target == resolved) {
      return isFilledAnew(from);
    }
    return isBefore(resolved, target) ? !waits(target) : plain.test(target);
  }

  /** Such rows are filled when all others are made. */
  private boolean isFilledAnew(int row) {
    return table.kind(row) == Row.OBJECT || table.kind(row) == Row.ARRAY;
  }

  /** Says whether a row of a cycle is filled only when the whole cycle is read. */
  private boolean waits(int row) {
    return switch (table.kind(row)) {
      case Row.COLLECTION, Row.MAP -> inspects(row);
      case Row.FORM, Row.SHELLED -> forms.inspects(table.typeText(row));
      default -> false;
    };
  }

  private boolean inspects(int row) {
    ClassLoader platform = ClassLoader.getPlatformClassLoader();
    return JdkCollections.inspects(ClassNames.find(table.typeText(row), platform));
  }

  @Override
  void prepare(int row) {}

  @Override
  void settle(int[] rows) {}
}
