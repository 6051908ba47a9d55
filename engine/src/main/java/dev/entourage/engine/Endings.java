package dev.entourage.engine;

import java.util.concurrent.Executor;

/**
 * Ends futures. What users have hung on one may take long, or wait for another one: so it keeps
 * neither who ends it nor any other. Thread-safe; returns at once.
 *
 * @param threads where what users have hung on futures runs
 */
record Endings(Executor threads) {

  /** Stops a task, and makes its future fail. */
  void fail(Ticket ticket, Throwable why) {
    ticket.future().doom();
    end(ticket, () -> ticket.fail(why));
  }

  /** Lets who waits for a task end its future, where somebody does. */
  void end(Ticket ticket, Runnable end) {
    if (!ticket.future().offer(end)) {
      threads.execute(end);
    }
  }

  /** Ends one of several futures: here, unless something hangs on it. */
  void endOneOfSeveral(Ticket ticket, Runnable end) {
    if (ticket.future().isHungOn()) {
      threads.execute(end);
    } else {
      end.run();
    }
  }
}
