package dev.entourage.engine;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/** The tasks whose futures haven't ended, and whether more may come. Thread-safe. */
final class OpenTasks {

  private final Set<Ticket> open = new HashSet<>();
  private final Consumer<Ticket> failed;
  private boolean closed;

  /**
   * Makes an empty set.
   *
   * @param failed hears of tasks whose futures are about to fail, unless by what their workers say
   */
  OpenTasks(Consumer<Ticket> failed) {
    this.failed = failed;
  }

  synchronized void requireOpen() {
    if (closed) {
      throw new RejectedExecutionException(
          "A closed pool takes no tasks: open another with Workers.builder()");
    }
  }

  void add(Ticket ticket) {
    addOpen(ticket);
    watch(ticket);
  }

  /** A task that is under way may submit others while the pool closes. */
  void addNested(Ticket ticket) {
    addAnyway(ticket);
    watch(ticket);
  }

  /** A worker that is still at it needn't go on. */
  private void watch(Ticket ticket) {
    ticket.future().stopBy(() -> failed.accept(ticket));
    ticket.future().atEnd((result, e) -> remove(ticket));
  }

  private synchronized void addAnyway(Ticket ticket) {
    open.add(ticket);
  }

  /** Lets no more tasks in; false when that was so already. */
  synchronized boolean close() {
    boolean first = !closed;
    closed = true;
    return first;
  }

  /**
   * Waits until all futures have ended; false when interrupted. What users hang on a future runs
   * before its task is counted out, and may be what waits here.
   */
  boolean awaitNone() {
    copy().stream().filter(ticket -> ticket.future().isDone()).forEach(this::remove);
    return awaitOthers();
  }

  private synchronized boolean awaitOthers() {
    try {
      while (!open.isEmpty()) {
        wait();
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  synchronized Set<Ticket> copy() {
    return Set.copyOf(open);
  }

  private synchronized void addOpen(Ticket ticket) {
    requireOpen();
    open.add(ticket);
  }

  private synchronized void remove(Ticket ticket) {
    open.remove(ticket);
    if (open.isEmpty()) {
      notifyAll();
    }
  }
}
