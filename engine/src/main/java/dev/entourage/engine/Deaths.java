package dev.entourage.engine;

import dev.entourage.WorkerLostException;
import dev.entourage.WorkerLostException.Attempt;
import dev.entourage.worker.BusMessage.WorkerLost;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Judges the tasks of a worker that died. A task is given up only where nobody else can be to
 * blame: what ran beside others runs again, by itself.
 */
final class Deaths {

  private Deaths() {}

  /** Says why a task is given up; empty when it shall run again. For the dispatcher's lock. */
  static Optional<WorkerLostException> judge(Ticket ticket, Member member, WorkerLost lost) {
    Attempt death = new Attempt(lost.worker(), lost.pid(), lost.exitCode(), lost.lastOutput());
    if (member.isExit(ticket)) {
      ticket.lost(death);
      return Optional.of(exit(ticket));
    }
    if (ticket.limits().runsOnce()) {
      ticket.lost(death);
      return Optional.of(givenUp(ticket));
    }
    if (member.isKilled() || member.hasExit()) {
      return Optional.empty();
    }
    ticket.lost(death);
    boolean enough = ticket.lost().size() >= ticket.limits().attempts();
    return enough && wasAlone(ticket, member) ? Optional.of(givenUp(ticket)) : Optional.empty();
  }

  /** What waited for tasks of its own answers for them. */
  private static boolean wasAlone(Ticket ticket, Member member) {
    return member.tasks().isParked(ticket) || member.tasks().suspects() == 1;
  }

  /** Of a worker whose host is gone nobody can know more. */
  static String describe(WorkerLost lost) {
    return lost.pid() < 0
        ? "worker=" + lost.worker() + ", " + String.join(" ", lost.lastOutput())
        : "worker="
            + lost.worker()
            + ", pid="
            + lost.pid()
            + ", "
            + ExitCodes.describe(lost.exitCode());
  }

  private static WorkerLostException exit(Ticket ticket) {
    return new WorkerLostException(
        "A task ended its worker with System.exit, so it isn't tried again: " + list(ticket),
        ticket.lost());
  }

  private static WorkerLostException givenUp(Ticket ticket) {
    return new WorkerLostException(
        "The worker of a task ended before the task did, and it was given up: attempts="
            + ticket.lost().size()
            + ": "
            + list(ticket)
            + memory(ticket),
        ticket.lost());
  }

  /** Workers are started with an option that makes them say so. */
  private static String memory(Ticket ticket) {
    boolean wasFull =
        ticket.lost().stream()
            .flatMap(attempt -> attempt.lastOutput().stream())
            .anyMatch(line -> line.startsWith("Terminating due to java.lang.OutOfMemoryError"));
    return wasFull
        ? ". Its memory was full: give workers more, as in jvmOptions(\"-Xmx2g\"), or let a task and"
            + " its result hold less at once"
        : "";
  }

  private static String list(Ticket ticket) {
    List<Attempt> attempts = ticket.lost();
    return IntStream.range(0, attempts.size())
        .mapToObj(i -> describe(attempts.get(i)))
        .collect(Collectors.joining("; then "));
  }

  private static String describe(Attempt attempt) {
    WorkerLost lost =
        new WorkerLost(attempt.worker(), attempt.pid(), attempt.exitCode(), attempt.lastOutput());
    return lost.pid() < 0
        ? describe(lost)
        : describe(lost) + ", last output=" + attempt.lastOutput();
  }
}
