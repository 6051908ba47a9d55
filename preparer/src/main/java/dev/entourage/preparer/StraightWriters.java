package dev.entourage.preparer;

import dev.entourage.spi.LongArray;
import dev.entourage.spi.NodeTable;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** The writers of one normal form. Thread-safe. */
final class StraightWriters {

  private final Forms forms;

  /** One that knows no graph any more. */
  private final AtomicReference<StraightWriter> spare = new AtomicReference<>();

  StraightWriters(Forms forms) {
    this.forms = forms;
  }

  /** Returns a graph as steps, or null where it has a cycle or is too deep for them. */
  NodeTable write(Object root, Consumer<Class<?>> seen, List<LongArray> longs) {
    StraightWriter known = spare.getAndSet(null);
    StraightWriter writer = known != null ? known : new StraightWriter(forms);
    NodeTable table = writer.write(root, seen, longs);
    if (writer.reset()) {
      spare.set(writer);
    }
    return table;
  }
}
