package dev.entourage.engine;

import dev.entourage.WorkerInfo;
import dev.entourage.worker.BusMessage.WorkerLost;
import dev.entourage.worker.BusMessage.WorkerStarted;
import dev.entourage.worker.LinkMessage;
import dev.entourage.worker.LinkMessage.Bye;
import dev.entourage.worker.LinkMessage.Exiting;
import dev.entourage.worker.LinkMessage.Forget;
import dev.entourage.worker.LinkMessage.Idle;
import dev.entourage.worker.LinkMessage.OfTask;
import dev.entourage.worker.LinkMessage.Parked;
import dev.entourage.worker.LinkMessage.Result;
import dev.entourage.worker.LinkMessage.Returned;
import dev.entourage.worker.LinkMessage.Unbegun;
import dev.entourage.worker.Step;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Gives tasks to workers. Each slot is leased to one task: nothing is sent that no worker has room
 * for. Thread-safe; nothing here waits, and no future ends under the lock.
 */
final class Dispatcher {

  private final int slots;
  private final WorkerLine line;
  private final Journal journal;
  private final Crew crew = new Crew();
  private final Turns turns;
  private final Stops stops;
  private final Impasse impasse;
  private final Backlog backlog;

  /**
   * Makes a dispatcher without workers.
   *
   * @param slots how many tasks a worker runs at once
   * @param line the way to the workers
   * @param endings ends futures that time ends, or the lack of workers
   * @param journal hears of what is sent
   */
  Dispatcher(int slots, WorkerLine line, Endings endings, Journal journal) {
    this.slots = slots;
    this.line = line;
    this.journal = journal;
    backlog = new Backlog(this, endings);
    turns = new Turns(slots, crew, backlog.queue(), journal);
    stops = new Stops(this, crew, line, endings);
    impasse = new Impasse(this, crew, backlog.queue(), line);
  }

  void dispatch(Ticket ticket) {
    RuntimeException refusal = backlog.add(ticket);
    if (refusal == null) {
      sendWhilePossible();
    } else {
      ticket.fail(refusal);
    }
  }

  void started(String host, WorkerStarted start) {
    addMember(new Member(host, start, slots, line.inflow(host, start.worker())));
    sendWhilePossible();
  }

  /**
   * A worker has ended a task: its slot goes to the next one. Returns null for a stranger's reply
   * and for one to an attempt that is over.
   */
  Ticket replied(String worker, OfTask reply) {
    Ticket ticket = release(worker, reply);
    if (ticket != null) {
      endSpent(worker);
      sendWhilePossible();
    }
    return ticket;
  }

  /** A worker has ended several tasks. Returns one for each reply, as above. */
  List<Ticket> replied(String worker, List<Result> replies) {
    List<Ticket> tickets = release(worker, replies);
    endSpent(worker);
    sendWhilePossible();
    return tickets;
  }

  private synchronized List<Ticket> release(String worker, List<Result> replies) {
    return replies.stream().map(reply -> release(worker, reply)).collect(Collectors.toList());
  }

  /** A worker won't run tasks that wait there behind others: they come first here. */
  void returned(String worker, Returned message) {
    takeBack(worker, message.tasks());
    endSpent(worker);
    sendWhilePossible();
    impasse.watch();
  }

  private synchronized void takeBack(String worker, List<Unbegun> tasks) {
    Member member = crew.get(worker);
    if (member != null) {
      for (int i = tasks.size() - 1; i >= 0; i--) {
        member.tasks().takeBack(tasks.get(i)).ifPresent(backlog.queue()::addFirst);
      }
      crew.changed(member);
    }
  }

  /** A worker gets something that it has asked for. */
  synchronized void sent(String worker, Cargo cargo) {
    Member member = crew.get(worker);
    if (member != null) {
      member.sent(cargo);
    }
  }

  /** A worker begins a task whose time is limited. */
  void begun(String worker, OfTask message) {
    running(worker, message).ifPresent(stops::begun);
  }

  /** A task waits for tasks of its own, whose turn it may be, or goes on. */
  void parked(String worker, Parked message) {
    park(worker, message);
    sendWhilePossible();
  }

  private synchronized void park(String worker, Parked message) {
    Member member = crew.get(worker);
    running(worker, message).ifPresent(ticket -> member.tasks().park(ticket, message.waits()));
    if (member != null) {
      crew.changed(member);
    }
  }

  /** A task does nothing but wait. */
  void idle(String worker, Idle message) {
    lend(worker, message);
    sendWhilePossible();
  }

  private synchronized void lend(String worker, Idle message) {
    running(worker, message).ifPresent(ticket -> crew.get(worker).tasks().idle(ticket));
  }

  /** A task has called System.exit. */
  synchronized void exits(String worker, Exiting message) {
    running(worker, message).ifPresent(ticket -> crew.get(worker).exits(ticket.id()));
  }

  /** A worker asks to be replaced: it gets no more tasks, and ends when it has none. */
  void worn(String worker) {
    wear(worker);
    endSpent(worker);
  }

  private synchronized void wear(String worker) {
    Member member = crew.get(worker);
    if (member != null) {
      member.wear();
      crew.changed(member);
    }
  }

  /**
   * Takes workers of a host from their work: each gets no more tasks, and ends when it has none.
   *
   * @param most how many
   * @return their names; fewer where fewer are at work
   */
  List<String> retire(String host, int most) {
    List<String> retired = wear(host, most);
    retired.forEach(this::endSpent);
    sendWhilePossible();
    return retired;
  }

  private synchronized List<String> wear(String host, int most) {
    List<Member> chosen = crew.dispensable(host, most);
    chosen.forEach(Member::wear);
    chosen.forEach(crew::changed);
    return chosen.stream().map(Member::name).toList();
  }

  private void endSpent(String worker) {
    Member member = spent(worker);
    if (member != null) {
      send(member, new Bye());
    }
  }

  private synchronized Member spent(String worker) {
    Member member = crew.get(worker);
    return member != null && member.isSpent() ? member : null;
  }

  /** A worker is gone: its tasks are queued again or given up. */
  Loss lost(WorkerLost lost) {
    Loss loss = bury(lost);
    sendWhilePossible();
    return loss;
  }

  private synchronized Loss bury(WorkerLost lost) {
    Member member = crew.remove(lost.worker());
    if (member == null) {
      return Loss.UNBORN;
    }
    member.tasks().all().forEach(ticket -> Journal.lost(ticket, lost));
    Loss loss = Loss.of(member, lost);
    loss.again().forEach(backlog.queue()::addFirst);
    return loss;
  }

  /** Nobody waits for a task any more. One in the queue is skipped when its turn comes. */
  void stop(Ticket ticket) {
    stops.stop(ticket);
  }

  void forget(Forget forget) {
    for (Member member : all()) {
      send(member, forget);
    }
  }

  /** Fails the tasks that no host is new enough for. */
  void failUnrunnable(HostJavas javas) {
    backlog.failUnrunnable(javas);
    sendWhilePossible();
  }

  /** Returns the tasks that no worker has. */
  Backlog backlog() {
    return backlog;
  }

  /** Returns the workers of a host. */
  List<String> of(String host) {
    return all().stream().filter(m -> m.host().equals(host)).map(Member::name).toList();
  }

  synchronized List<WorkerInfo> members() {
    return crew.infos();
  }

  private synchronized void addMember(Member member) {
    crew.add(member);
  }

  private synchronized Ticket release(String worker, OfTask reply) {
    Member member = crew.get(worker);
    Ticket ticket = member == null ? null : member.release(reply);
    if (ticket != null) {
      crew.changed(member);
    }
    return ticket;
  }

  /** Finds what a worker runs. */
  synchronized Optional<Ticket> running(String worker, OfTask message) {
    return Optional.ofNullable(crew.get(worker)).flatMap(member -> member.tasks().find(message));
  }

  private void sendWhilePossible() {
    for (Turn turn = next(); turn != null; turn = next()) {
      Step step = journal.shipping(turn.member().name(), turn.tickets());
      send(turn.member(), turn.message());
      step.end("sent");
      turn.tickets().forEach(this::sent);
    }
  }

  /** The future may have ended between the lease and the parcel: it is stopped behind it. */
  private void sent(Ticket ticket) {
    stops.sent(ticket);
    if (ticket.isDone()) {
      stop(ticket);
    }
  }

  private synchronized Turn next() {
    return turns.next();
  }

  private synchronized List<Member> all() {
    return crew.all();
  }

  private void send(Member member, LinkMessage message) {
    line.send(member.host(), member.name(), message);
  }

  @Override
  public synchronized String toString() {
    return "waiting: " + backlog + ", workers: " + crew.all();
  }
}
