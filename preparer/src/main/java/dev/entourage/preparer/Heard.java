package dev.entourage.preparer;

import java.util.function.Consumer;

/** Hears what a marshaller and the normal form tell while a graph is encoded. For one thread. */
abstract class Heard implements Consumer<Class<?>> {

  private boolean shallow;

  /** The graph was told as steps, which none can be that is deep. */
  final void steps() {
    shallow = true;
  }

  /** The graph is going to be told as rows, so nobody knows how deep it is. */
  void rows() {
    throw WalkFirst.ONE;
  }

  /** Says whether the graph was told as steps. */
  final boolean isShallow() {
    return shallow;
  }
}
