package dev.entourage.engine;

import dev.entourage.worker.LinkMessage;
import dev.entourage.worker.LinkMessage.Batch;
import java.util.List;

/** What one slot of a worker was given: a task, or some of one call. For the dispatcher's lock. */
final class Load {

  /**
   * Before that nobody hurries, in nanoseconds: what is quick would have ended until it is asked.
   */
  private static final long YOUNG = 8_000_000;

  private final List<Ticket> tickets;
  private final long sent = System.nanoTime();
  private int open;
  private int ran;
  private boolean recalled;

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
    ran++;
    return left();
  }

  /** One of them has been given back; says whether it was the last. */
  boolean left() {
    open--;
    if (open == 0 && ran > 0) {
      tickets.get(0).batching().ifPresent(b -> b.measured(ran, System.nanoTime() - sent));
    }
    return open == 0;
  }

  /** Whether some of them wait behind another that takes its time. */
  boolean isBackedUp() {
    return open > 1 && !recalled && System.nanoTime() - sent > YOUNG;
  }

  /** What hasn't begun comes back. */
  void recall() {
    recalled = true;
  }
}
