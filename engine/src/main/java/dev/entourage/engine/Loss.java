package dev.entourage.engine;

import dev.entourage.WorkerLostException;
import dev.entourage.worker.BusMessage.WorkerLost;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What follows from the end of a worker.
 *
 * @param wasStarted whether it ever took tasks
 * @param wasAsked whether we have ended it, or asked it to end
 * @param again the tasks that run again
 * @param givenUp the tasks that don't, and why
 */
record Loss(
    boolean wasStarted,
    boolean wasAsked,
    List<Ticket> again,
    Map<Ticket, WorkerLostException> givenUp) {

  static final Loss UNBORN = new Loss(false, false, List.of(), Map.of());

  /** For the dispatcher's lock. */
  static Loss of(Member member, WorkerLost lost) {
    List<Ticket> again = new ArrayList<>();
    Map<Ticket, WorkerLostException> givenUp = new LinkedHashMap<>();
    List<Ticket> awaited = member.tasks().all().stream().filter(t -> !t.isDone()).toList();
    for (Ticket ticket : awaited) {
      Optional<WorkerLostException> end = Deaths.judge(ticket, member, lost);
      end.ifPresent(why -> givenUp.put(ticket, why));
      if (end.isEmpty()) {
        again.add(ticket);
      }
    }
    return new Loss(true, member.isWorn(), again, givenUp);
  }
}
