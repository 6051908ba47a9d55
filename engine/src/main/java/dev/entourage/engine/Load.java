package dev.entourage.engine;

import dev.entourage.worker.LinkMessage;
import dev.entourage.worker.LinkMessage.Batch;
import java.util.List;

/** What one slot of a worker was given: a task, or some of one call. For the dispatcher's lock. */
final class Load {

  private final List<Ticket> tickets;
  private final long sent = System.nanoTime();
  private int open;

  Load(List<Ticket> tickets) {
    this.tickets = tickets;
    open = tickets.size();
  }

  List<Ticket> tickets() {
    return tickets;
  }

  /** Begins the next attempt of each. */
  LinkMessage message() {
    Ticket first = tickets.get(0);
    if (tickets.size() == 1) {
      return first.nextAttempt();
    }
    return new Batch(
        first.manifest(), first.statics().id(), tickets.stream().map(Ticket::nextItem).toList());
  }

  /** One of them has ended; says whether it was the last. */
  boolean ended() {
    open--;
    if (open == 0) {
      tickets
          .get(0)
          .batching()
          .ifPresent(b -> b.measured(tickets.size(), System.nanoTime() - sent));
    }
    return open == 0;
  }
}
