package dev.entourage.preparer;

import java.util.function.IntConsumer;

/** Finds the objects of a table that couldn't be made again. */
final class TableCheck extends TableOrder {

  private final Forms forms;
  private final IntConsumer refuse;

  TableCheck(TableView table, Forms forms, IntConsumer refuse) {
    super(table);
    this.forms = forms;
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
    if (!complete && table.kind(row) == Row.FORM && forms.inspects(table.typeText(row))) {
      refuse.accept(row);
    }
    return true;
  }

  @Override
  void settle(int[] rows) {}
}
