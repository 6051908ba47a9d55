package dev.entourage.engine;

import dev.entourage.WorkerInfo;
import dev.entourage.worker.BusMessage.WorkerLost;
import dev.entourage.worker.BusMessage.WorkerStarted;
import dev.entourage.worker.LinkMessage;
import dev.entourage.worker.LinkMessage.Bye;
import dev.entourage.worker.LinkMessage.Exiting;
import dev.entourage.worker.LinkMessage.Forget;
import dev.entourage.worker.LinkMessage.OfTask;
import dev.entourage.worker.LinkMessage.Parked;
import dev.entourage.worker.LinkMessage.Result;
import dev.entourage.worker.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/**
 * Gives tasks to workers. Each slot is leased to one task: nothing is sent that no worker has room
 * for. Thread-safe; nothing here waits, and no future ends under the lock.
 */
final class Dispatcher {

  private static final Runnable NONE = () -> {};

  private final int slots;
  private final WorkerLine line;
  private final Journal journal;
  private final JavaQueues queue = new JavaQueues();
  private final Crew crew = new Crew();
  private final Turns turns;
  private final Stops stops;
  private final Executor endings;
  private RuntimeException broken;

  /** What the next task does where none has a chance; volatile, so that others needn't ask. */
  private volatile Runnable rescue = NONE;

  /**
   * Makes a dispatcher without workers.
   *
   * @param slots how many tasks a worker runs at once
   * @param line the way to the workers
   * @param endings where futures end that time ends, or the lack of workers
   * @param journal hears of what is sent
   */
  Dispatcher(int slots, WorkerLine line, Executor endings, Journal journal) {
    this.slots = slots;
    this.line = line;
    this.endings = endings;
    this.journal = journal;
    turns = new Turns(slots, crew, queue, journal);
    stops = new Stops(this, endings);
  }

  void dispatch(Ticket ticket) {
    RuntimeException refusal = enqueue(ticket);
    if (refusal == null) {
      if (rescue != NONE) {
        takeRescue().run();
      }
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
    running(worker, message).ifPresent(ticket -> member.park(ticket, message.waits()));
    if (member != null) {
      crew.changed(member);
    }
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
    member.running().forEach(ticket -> Journal.lost(ticket, lost));
    Loss loss = Loss.of(member, lost);
    loss.again().forEach(queue::addFirst);
    return loss;
  }

  /** Nobody waits for a task any more. One in the queue is skipped when its turn comes. */
  void stop(Ticket ticket) {
    runner(ticket)
        .ifPresent(
            member -> {
              send(member, ticket.cancel());
              stops.insist(ticket, ticket.attempt());
            });
  }

  /** Ends the worker of an attempt that went on after its interrupt. */
  void kill(Ticket ticket, int attempt) {
    Optional<Member> runner = condemn(ticket, attempt);
    runner.ifPresent(member -> line.kill(member.host(), member.name()));
  }

  private synchronized Optional<Member> condemn(Ticket ticket, int attempt) {
    Optional<Member> runner = crew.runner(ticket).filter(m -> ticket.attempt() == attempt);
    runner.ifPresent(Member::kill);
    runner.ifPresent(crew::changed);
    return runner;
  }

  void forget(Forget forget) {
    for (Member member : all()) {
      send(member, forget);
    }
  }

  /** Fails all tasks without a worker, now and later. */
  void breakDown(RuntimeException why) {
    fail(refuse(why), why);
  }

  /**
   * Fails the tasks that wait for a worker, since none may come.
   *
   * @param why what they are told
   * @param next what the next task does, so that it may find one
   */
  void strand(RuntimeException why, Runnable next) {
    fail(drain(next), why);
  }

  private synchronized List<Ticket> drain(Runnable next) {
    rescue = next;
    return drain();
  }

  /** Takes tasks again. */
  synchronized void mend() {
    broken = null;
  }

  /** Fails the tasks that wait for a worker. */
  void failWaiting(RuntimeException why) {
    fail(drain(), why);
  }

  private void fail(List<Ticket> tickets, RuntimeException why) {
    endings.execute(() -> tickets.forEach(ticket -> ticket.fail(why)));
  }

  /** Fails the tasks that no host is new enough for. */
  void failUnrunnable(HostJavas javas) {
    for (Ticket ticket : drainNewerThan(javas.newest())) {
      ticket
          .newest()
          .flatMap(javas::refusal)
          .ifPresentOrElse(why -> fail(List.of(ticket), why), () -> dispatch(ticket));
    }
  }

  private synchronized List<Ticket> drainNewerThan(int java) {
    return queue.drainNewerThan(java);
  }

  synchronized List<Ticket> drain() {
    return queue.drain();
  }

  /** The futures of tasks that no worker has. */
  synchronized Set<CompletableFuture<?>> waiting() {
    return queue.futures();
  }

  /** Returns the workers of a host. */
  List<String> of(String host) {
    return all().stream().filter(m -> m.host().equals(host)).map(Member::name).toList();
  }

  synchronized List<WorkerInfo> members() {
    return crew.infos();
  }

  private synchronized RuntimeException enqueue(Ticket ticket) {
    if (broken == null) {
      queue.add(ticket);
    }
    return broken;
  }

  private synchronized Runnable takeRescue() {
    Runnable next = rescue;
    rescue = NONE;
    return next;
  }

  private synchronized List<Ticket> refuse(RuntimeException why) {
    broken = why;
    return drain();
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
    return Optional.ofNullable(crew.get(worker)).flatMap(member -> member.running(message));
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

  private synchronized Optional<Member> runner(Ticket ticket) {
    return crew.runner(ticket);
  }

  private synchronized List<Member> all() {
    return crew.all();
  }

  private void send(Member member, LinkMessage message) {
    line.send(member.host(), member.name(), message);
  }

  @Override
  public synchronized String toString() {
    return "waiting: " + queue + ", workers: " + crew.all();
  }
}
