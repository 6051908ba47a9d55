package dev.entourage.preparer;

import dev.entourage.spi.NodeTable;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Some objects as they were once: a table of all that they refer to, and behind each row the very
 * object. So it takes no more than a look along the rows to see whether anything has changed.
 *
 * @param table what travels
 * @param view the same, checked
 * @param objects the object of each row
 * @param classes what must be found where the table is read
 */
record Snapshot(NodeTable table, TableView view, Object[] objects, Set<Class<?>> classes) {

  /**
   * Takes a snapshot.
   *
   * @throws dev.entourage.spi.RefusedException when something in it can't travel
   */
  static Snapshot of(Forms forms, Object[] roots) {
    Set<Class<?>> classes = new LinkedHashSet<>();
    TableWriter writer = new TableWriter(forms, classes::add);
    NodeTable table = writer.write(roots);
    return new Snapshot(table, new TableView(table), writer.objects(), classes);
  }

  boolean hasSameContent(Snapshot other) {
    return Arrays.equals(table.rows(), other.table.rows())
        && Arrays.equals(table.values(), other.table.values())
        && Arrays.equals(table.texts(), other.table.texts())
        && Arrays.deepEquals(table.blobs(), other.table.blobs());
  }

  /** The rows of objects whose identity matters; the first is but the array of the roots. */
  IntStream identities() {
    return IntStream.range(1, view.size()).filter(view::isOne);
  }

  /** How many bytes it takes to send, about. */
  long size() {
    long size = table.rows().length + 3L * table.values().length;
    for (String text : table.texts()) {
      size += text.length();
    }
    for (byte[] blob : table.blobs()) {
      size += blob.length;
    }
    return size;
  }
}
