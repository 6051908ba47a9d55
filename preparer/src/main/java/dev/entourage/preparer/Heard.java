package dev.entourage.preparer;

import java.util.function.Consumer;

/** Hears what a marshaller tells while it encodes a graph. For one thread. */
abstract class Heard implements Consumer<Class<?>>, DepthListener {

  private static final int UNKNOWN = -1;

  private int depth = UNKNOWN;

  /** The normal form tells it of graphs that are steps, and of no others. */
  @Override
  public final void deepest(int references) {
    depth = references;
  }

  /** Says whether the graph was told as steps, which none can be that is deep. */
  final boolean isShallow() {
    return depth != UNKNOWN;
  }

  /** Returns how deep a shallow graph is at most. */
  final int depth() {
    return depth;
  }
}
