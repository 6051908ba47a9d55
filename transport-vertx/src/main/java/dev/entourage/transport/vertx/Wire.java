package dev.entourage.transport.vertx;

import io.vertx.core.Future;

/** What the sending end of a link needs of the bus. Called on one context, and calls back there. */
interface Wire {

  /** Closes a part for its way, which is done once for each: what is tried again is the same. */
  Part close(Part part);

  /** Sends a closed part; the future ends when it has left this node, or couldn't. */
  Future<Void> write(Part part);

  /** Runs a task soon, on a context that runs tasks one after the other in their order. */
  void execute(Runnable task);

  /** Runs a task after a short while, on the same context. */
  void later(Runnable task);

  /** Returns the nanoseconds of a monotonic clock. */
  long now();
}
