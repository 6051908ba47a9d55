package dev.entourage.engine;

import dev.entourage.worker.LinkMessage;
import dev.entourage.worker.LinkMessage.Bye;
import dev.entourage.worker.LinkMessage.Recall;
import java.util.List;
import java.util.Optional;

/** Decides which task goes to which worker next. Guarded by the dispatcher's lock. */
final class Turns {

  private final int slots;
  private final Crew crew;
  private final JavaQueues queue;
  private final Journal journal;

  Turns(int slots, Crew crew, JavaQueues queue, Journal journal) {
    this.slots = slots;
    this.crew = crew;
    this.queue = queue;
    this.journal = journal;
  }

  /** Leases a slot to the next task that can have one; null for none. */
  Turn next() {
    Turn alone = nextAlone();
    Turn next = alone == null ? nextOfOthers() : alone;
    return next == null ? recall() : next;
  }

  /** Where a worker has nothing to do, it gets what waits on another. */
  private Turn recall() {
    if (crew.free().iterator().hasNext()) {
      for (Member member : crew.all()) {
        Optional<Load> load = member.tasks().backedUp();
        if (load.isPresent()) {
          load.get().recall();
          return new Turn(member, List.of(), new Recall());
        }
      }
    }
    return null;
  }

  /** The others come while those that need a worker for themselves wait for it. */
  private Turn nextAlone() {
    boolean none = true;
    for (TaskQueue tasks : queue.newestFirst()) {
      Ticket ticket = tasks.peekAlone();
      Turn turn = ticket == null ? null : nextAlone(tasks, ticket);
      none &= ticket == null;
      if (turn != null) {
        return turn;
      }
    }
    if (none) {
      crew.unreserve();
    }
    return null;
  }

  private Turn nextAlone(TaskQueue tasks, Ticket ticket) {
    int java = tasks.java();
    if (ticket.limits().ownProcess()) {
      return crew.fresh(java)
          .map(member -> lease(member, List.of(tasks.pollAlone())))
          .orElseGet(() -> sacrifice(java));
    }
    if (crew.idle(java).isEmpty()) {
      crew.reserve(java);
    }
    return crew.idle(java).map(member -> lease(member, List.of(tasks.pollAlone()))).orElse(null);
  }

  /** Where no worker is fresh, one that has nothing to do makes room for another. */
  private Turn sacrifice(int java) {
    Optional<Member> old =
        crew.worn() < queue.ofOwnProcess() ? crew.unneeded(java) : Optional.empty();
    old.ifPresent(Member::wear);
    old.ifPresent(crew::changed);
    return old.map(member -> new Turn(member, List.of(), new Bye())).orElse(null);
  }

  /** Where a worker finds nothing that it can run, one with the same Java won't either. */
  private Turn nextOfOthers() {
    int tried = -1;
    for (Member member : crew.free()) {
      Turn turn = member.java() > tried ? nextFor(member) : null;
      if (turn != null) {
        return turn;
      }
      tried = Math.max(tried, member.java());
    }
    Turn nested = nextNested();
    return nested == null ? nextOvertaken() : nested;
  }

  private Turn nextFor(Member member) {
    for (TaskQueue tasks : queue.newestFirst()) {
      List<Ticket> tickets =
          tasks.java() > member.java() ? List.of() : tasks.poll(Math.max(1, slots * crew.size()));
      if (!tickets.isEmpty()) {
        return lease(member, tickets);
      }
    }
    return null;
  }

  /** A worker that is to end can't before the tasks have ended that its own tasks wait for. */
  private Turn nextNested() {
    for (TaskQueue tasks : queue.newestFirst()) {
      Optional<Member> last = tasks.hasNested() ? crew.waiting(tasks.java()) : Optional.empty();
      if (last.isPresent()) {
        return lease(last.get(), tasks.poll(1));
      }
    }
    return null;
  }

  /** What was given back may be what all that run wait for. */
  private Turn nextOvertaken() {
    for (TaskQueue tasks : queue.newestFirst()) {
      Optional<Member> lender =
          tasks.hasOvertaken() ? crew.lending(tasks.java()) : Optional.empty();
      if (lender.isPresent()) {
        return lease(lender.get(), tasks.poll(Integer.MAX_VALUE));
      }
    }
    return null;
  }

  private Turn lease(Member member, List<Ticket> tickets) {
    Load load = new Load(tickets);
    member.lease(load);
    crew.changed(member);
    LinkMessage message = load.message();
    journal.leased(member.name(), tickets);
    return new Turn(member, tickets, message);
  }
}
