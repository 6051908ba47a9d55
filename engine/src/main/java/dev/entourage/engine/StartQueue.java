package dev.entourage.engine;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;

/** Who starts a JVM, and who waits for that, in the order in which they came. Thread-safe. */
final class StartQueue {

  /**
   * All of this JVM's pools together start as many at once as the machine has processors, but for
   * one: more would not be there sooner, and the first one later, which is what a first task waits
   * for. And workers that are there already would get nothing done beside them.
   */
  static final StartQueue OF_MACHINE =
      new StartQueue(Math.max(1, Runtime.getRuntime().availableProcessors() - 1));

  private final int most;
  private final Set<StartTurn> starting = new HashSet<>();
  private final Queue<StartTurn> waiting = new ArrayDeque<>();

  /**
   * Makes an empty queue.
   *
   * @param most how many start at once
   */
  StartQueue(int most) {
    this.most = most;
  }

  synchronized void enter(StartTurn turn) {
    if (!turn.hasCome()) {
      waiting.add(turn);
      callNext();
    }
  }

  /** One that waits waits no longer. */
  synchronized void leave(StartTurn turn) {
    if (!starting.remove(turn)) {
      waiting.remove(turn);
      turn.come();
    }
    callNext();
  }

  private void callNext() {
    while (starting.size() < most && !waiting.isEmpty()) {
      StartTurn next = waiting.remove();
      starting.add(next);
      next.come();
    }
  }
}
