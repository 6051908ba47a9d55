package dev.entourage.preparer;

import dev.entourage.spi.LongArray;
import dev.entourage.spi.NodeTable;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** The writers of one normal form. Thread-safe. */
final class StraightWriters {

  private final Forms forms;

  /**
   * One that knows no graph any more, but classes, some texts, and how large graphs are; so it ends
   * with the next collection of garbage.
   */
  private final AtomicReference<WeakReference<StraightWriter>> spare = new AtomicReference<>();

  StraightWriters(Forms forms) {
    this.forms = forms;
  }

  /** Returns a graph as steps, or null where it has a cycle or is too deep for them. */
  NodeTable write(Object root, Consumer<Class<?>> seen, List<LongArray> longs) {
    WeakReference<StraightWriter> kept = spare.getAndSet(null);
    StraightWriter known = kept == null ? null : kept.get();
    StraightWriter writer = known != null ? known : new StraightWriter(forms);
    NodeTable table = writer.write(root, seen, longs);
    if (writer.reset()) {
      spare.set(known != null ? kept : new WeakReference<>(writer));
    }
    return table;
  }
}
