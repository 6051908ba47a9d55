package dev.entourage.preparer;

import dev.entourage.MarshallingException;
import java.util.Arrays;

/**
 * Ends a cycle, of which the rest is made and filled, by filling what looks into it. The hash of
 * one may be computed from what another holds, and nobody knows which: so containers are filled
 * again until each finds its keys.
 */
final class TableCycle {

  private final TableReader reader;
  private final int[] rows;

  TableCycle(TableReader reader, int[] rows) {
    this.reader = reader;
    this.rows = rows;
  }

  void settle() {
    RuntimeException failure = null;
    for (int round = 0; round <= rows.length; round++) {
      failure = round(round == 0);
      if (failure == null) {
        return;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private RuntimeException round(boolean first) {
    RuntimeException failure = null;
    for (int row : rows) {
      try {
        if (first || reader.isContainer(row)) {
          reader.finish(row, true);
        }
      } catch (RuntimeException e) {
        failure = e;
      } catch (StackOverflowError e) {
        throw endless(e);
      }
    }
    return failure != null ? failure : check();
  }

  private RuntimeException check() {
    try {
      return Arrays.stream(rows).filter(reader::isContainer).allMatch(reader::holds)
          ? null
          : new MarshallingException("A map or set in a cycle doesn't find its own keys");
    } catch (RuntimeException e) {
      return e;
    } catch (StackOverflowError e) {
      throw endless(e);
    }
  }

  private static MarshallingException endless(StackOverflowError e) {
    return new MarshallingException("The hash of a map or set in a cycle has no end", e);
  }
}
