package dev.entourage.engine;

import dev.entourage.TaskTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Makes tasks end that must: by an interrupt, and where that doesn't help by the end of their
 * worker. Thread-safe; returns at once.
 */
final class Stops {

  /** How long a task may take to end after its interrupt, in milliseconds. */
  private static final long GRACE = 2_000;

  /** A worker may need so long to begin a task, in milliseconds: its code comes first. */
  private static final long BEGIN = 60_000;

  private final Object lock;
  private final Crew crew;
  private final WorkerLine line;
  private final Endings endings;

  /**
   * Makes this part of a dispatcher.
   *
   * @param lock the dispatcher's
   * @param crew the workers
   * @param line the way to them
   * @param endings ends futures
   */
  Stops(Object lock, Crew crew, WorkerLine line, Endings endings) {
    this.lock = lock;
    this.crew = crew;
    this.line = line;
    this.endings = endings;
  }

  /** A worker that never begins, such as one that was stopped by a signal, is waited for, too. */
  void sent(Ticket ticket) {
    ticket.limits().timeout().ifPresent(limit -> arm(ticket, limit, BEGIN));
  }

  void begun(Ticket ticket) {
    ticket.limits().timeout().ifPresent(limit -> arm(ticket, limit, 0));
  }

  /** Interrupts a task where a worker has it. */
  void stop(Ticket ticket) {
    runner(ticket)
        .ifPresent(
            member -> {
              line.send(member.host(), member.name(), ticket.cancel());
              int attempt = ticket.attempt();
              Clock.after(GRACE, TimeUnit.MILLISECONDS, () -> kill(ticket, attempt));
            });
  }

  private Optional<Member> runner(Ticket ticket) {
    synchronized (lock) {
      return crew.runner(ticket);
    }
  }

  /** Ends the worker of an attempt that went on after its interrupt. */
  private void kill(Ticket ticket, int attempt) {
    condemn(ticket, attempt).ifPresent(member -> line.kill(member.host(), member.name()));
  }

  private Optional<Member> condemn(Ticket ticket, int attempt) {
    synchronized (lock) {
      Optional<Member> runner = crew.runner(ticket).filter(m -> ticket.attempt() == attempt);
      runner.ifPresent(Member::kill);
      runner.ifPresent(crew::changed);
      return runner;
    }
  }

  private void arm(Ticket ticket, Duration limit, long allowance) {
    int attempt = ticket.attempt();
    long millis = Math.max(1, limit.toMillis()) + allowance;
    var alarm = Clock.after(millis, TimeUnit.MILLISECONDS, () -> expire(ticket, attempt, limit));
    ticket.future().atEnd((result, e) -> alarm.cancel(false));
  }

  /** Its future's end stops the task. */
  private void expire(Ticket ticket, int attempt, Duration limit) {
    if (ticket.attempt() == attempt) {
      endings.fail(
          ticket,
          new TaskTimeoutException(
              "A task must end within its limit: limit="
                  + limit
                  + ". It was stopped. CallOptions.withTimeout and Workers.Builder.timeout move the"
                  + " limit."));
    }
  }
}
