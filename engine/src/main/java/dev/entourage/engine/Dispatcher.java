package dev.entourage.engine;

import dev.entourage.ConfigurationException;
import dev.entourage.WorkerInfo;
import dev.entourage.preparer.ClassVersion;
import dev.entourage.worker.BusMessage.WorkerStarted;
import dev.entourage.worker.LinkMessage;
import dev.entourage.worker.LinkMessage.Bye;
import dev.entourage.worker.LinkMessage.Forget;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives tasks to workers. Each slot is leased to one task: nothing is sent that no worker has room
 * for. Thread-safe; nothing here waits, and no future ends under the lock.
 */
final class Dispatcher {

  private record Lease(Member member, Ticket ticket) {}

  private final int slots;
  private final WorkerLine line;
  private final Deque<Ticket> queue = new ArrayDeque<>();
  private final Deque<Member> free = new ArrayDeque<>();
  private final Map<String, Member> members = new LinkedHashMap<>();
  private RuntimeException broken;

  /** Of all workers that ever came, so that most tasks need no look at them. */
  private volatile int oldestJava = Integer.MAX_VALUE;

  Dispatcher(int slots, WorkerLine line) {
    this.slots = slots;
    this.line = line;
  }

  void dispatch(Ticket ticket) {
    RuntimeException refusal = enqueue(ticket);
    if (refusal == null) {
      sendNext();
    } else {
      ticket.fail(refusal);
    }
  }

  void started(String host, WorkerStarted start) {
    addMember(new Member(host, start, slots));
    sendWhilePossible();
  }

  /**
   * Refuses classes that all workers are too old for. A worker that comes later, or one of several,
   * refuses them itself.
   */
  void requireRunnable(ClassVersion newest) {
    if (newest.java() <= oldestJava) {
      return;
    }
    List<WorkerInfo> workers = members();
    if (!workers.isEmpty() && workers.stream().allMatch(w -> java(w) < newest.java())) {
      WorkerInfo worker = workers.get(0);
      throw new ConfigurationException(
          newest.refusal("worker " + worker.name() + ", pid " + worker.pid(), java(worker)));
    }
  }

  private static int java(WorkerInfo worker) {
    return Runtime.Version.parse(worker.javaVersion()).feature();
  }

  /** A worker has ended a task: its slot goes to the next one. Returns null for a stranger. */
  Ticket replied(String worker, long task) {
    Ticket ticket = release(worker, task);
    if (ticket != null) {
      endSpent(worker);
      sendNext();
    }
    return ticket;
  }

  /** A worker asks to be replaced: it gets no more tasks, and ends when it has none. */
  void worn(String worker) {
    wear(worker);
    endSpent(worker);
  }

  private synchronized void wear(String worker) {
    Member member = members.get(worker);
    if (member != null) {
      member.wear();
      free.remove(member);
    }
  }

  private void endSpent(String worker) {
    Member member = spent(worker);
    if (member != null) {
      send(member, new Bye());
    }
  }

  private synchronized Member spent(String worker) {
    Member member = members.get(worker);
    return member != null && member.isSpent() ? member : null;
  }

  /** A worker is gone. Returns the tasks that it ran; empty when it never took any. */
  synchronized Optional<Collection<Ticket>> lost(String worker) {
    Member member = members.remove(worker);
    free.remove(member);
    return Optional.ofNullable(member).map(Member::running);
  }

  /** Interrupts a task that nobody waits for; one in the queue is skipped when its turn comes. */
  void cancel(Ticket ticket) {
    Member member = memberOf(ticket);
    if (member != null) {
      send(member, ticket.cancel());
    }
  }

  void forget(Forget forget) {
    for (Member member : all()) {
      send(member, forget);
    }
  }

  /** Fails all tasks without a worker, now and later. */
  void breakDown(RuntimeException why) {
    refuse(why).forEach(ticket -> ticket.fail(why));
  }

  /** Fails the tasks that wait for a worker. */
  void failWaiting(RuntimeException why) {
    drain().forEach(ticket -> ticket.fail(why));
  }

  synchronized List<Ticket> drain() {
    List<Ticket> waiting = List.copyOf(queue);
    queue.clear();
    return waiting;
  }

  /** Returns the workers of a host. */
  synchronized List<String> of(String host) {
    return members.values().stream()
        .filter(member -> member.host().equals(host))
        .map(Member::name)
        .toList();
  }

  synchronized List<WorkerInfo> members() {
    return members.values().stream().map(Member::info).toList();
  }

  private synchronized RuntimeException enqueue(Ticket ticket) {
    if (broken == null) {
      queue.add(ticket);
    }
    return broken;
  }

  private synchronized List<Ticket> refuse(RuntimeException why) {
    broken = why;
    return drain();
  }

  private synchronized void addMember(Member member) {
    members.put(member.name(), member);
    oldestJava = Math.min(oldestJava, java(member.info()));
    free.add(member);
  }

  private synchronized Ticket release(String worker, long task) {
    Member member = members.get(worker);
    if (member == null) {
      return null;
    }
    boolean wasFull = !member.isFree();
    Ticket ticket = member.release(task);
    if (wasFull && member.isFree()) {
      free.addFirst(member);
    }
    return ticket;
  }

  private void sendWhilePossible() {
    while (sendNext()) {
      // Each turn sends one.
    }
  }

  private boolean sendNext() {
    Lease lease = lease();
    if (lease != null) {
      send(lease);
    }
    return lease != null;
  }

  /** A cancel may have come between the lease and the parcel: it is said again behind it. */
  private void send(Lease lease) {
    Ticket ticket = lease.ticket();
    send(lease.member(), ticket.parcel());
    if (ticket.isDone()) {
      send(lease.member(), ticket.cancel());
    }
  }

  /** The worker that was freed last comes first: it is warm. */
  private synchronized Lease lease() {
    Ticket ticket = free.isEmpty() ? null : nextWaiting();
    if (ticket == null) {
      return null;
    }
    Member member = free.peekFirst();
    member.lease(ticket);
    if (!member.isFree()) {
      free.removeFirst();
    }
    return new Lease(member, ticket);
  }

  private Ticket nextWaiting() {
    Ticket ticket = queue.poll();
    while (ticket != null && ticket.isDone()) {
      ticket = queue.poll();
    }
    return ticket;
  }

  private synchronized Member memberOf(Ticket ticket) {
    return members.values().stream().filter(m -> m.runs(ticket)).findFirst().orElse(null);
  }

  private synchronized List<Member> all() {
    return new ArrayList<>(members.values());
  }

  private void send(Member member, LinkMessage message) {
    line.send(member.host(), member.name(), message);
  }
}
