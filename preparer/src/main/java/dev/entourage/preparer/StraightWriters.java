package dev.entourage.preparer;

import dev.entourage.spi.LongArray;
import dev.entourage.spi.NodeTable;
import dev.entourage.spi.TableEncoder;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** The writers of one normal form. Thread-safe. */
final class StraightWriters {

  private final Forms forms;

  /**
   * What knows no graph any more, but classes, and how large graphs are; so it ends with the next
   * collection of garbage.
   */
  private final AtomicReference<WeakReference<StraightState>> spare = new AtomicReference<>();

  StraightWriters(Forms forms) {
    this.forms = forms;
  }

  /** Encodes a graph as steps; returns null where it has a cycle or is too deep for them. */
  ByteBuffer encode(
      Object root, Consumer<Class<?>> seen, List<LongArray> longs, TableEncoder encoder)
      throws IOException {
    WeakReference<StraightState> kept = spare.getAndSet(null);
    StraightState known = kept == null ? null : kept.get();
    StraightState state = known != null ? known : StraightState.of(forms);
    NodeTable table = new StraightWriter(forms, state, seen, longs).write(root);
    ByteBuffer bytes = table == null ? null : encoder.encode(table);
    if (state.reset()) {
      spare.setRelease(known != null ? kept : new WeakReference<>(state));
    }
    return bytes;
  }
}
