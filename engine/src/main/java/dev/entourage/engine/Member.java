package dev.entourage.engine;

import dev.entourage.WorkerInfo;
import dev.entourage.worker.BusMessage.WorkerStarted;
import dev.entourage.worker.LinkMessage.OfTask;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A worker as the driver sees it. Guarded by the dispatcher's lock. */
final class Member {

  /** What shall become of it. */
  private enum Fate {
    /** It takes tasks. */
    NONE,
    /** Its last tasks end, so that one task can have it for itself. */
    RESERVED,
    /** It takes no more tasks. */
    WORN,
    /** We have ended it. */
    KILLED
  }

  private static final long NOBODY = 0;

  private final String host;
  private final WorkerStarted start;
  private final int slots;
  private final Map<Long, Ticket> running = new HashMap<>();
  private Fate fate = Fate.NONE;
  private boolean used;
  private boolean taken;
  private long exits = NOBODY;
  private long ended;

  Member(String host, WorkerStarted start, int slots) {
    this.host = host;
    this.start = start;
    this.slots = slots;
  }

  String host() {
    return host;
  }

  String name() {
    return start.worker();
  }

  boolean isFree() {
    return fate == Fate.NONE && !taken && running.size() < slots;
  }

  /** Whether a task could have it for itself. */
  boolean isIdle() {
    return (fate == Fate.NONE || fate == Fate.RESERVED) && running.isEmpty();
  }

  boolean isFresh() {
    return !used && isIdle();
  }

  int load() {
    return running.size();
  }

  void reserve() {
    fate = Fate.RESERVED;
  }

  boolean isReserved() {
    return fate == Fate.RESERVED;
  }

  void unreserve() {
    fate = isReserved() ? Fate.NONE : fate;
  }

  /** It takes no more tasks. */
  void wear() {
    fate = fate == Fate.KILLED ? fate : Fate.WORN;
  }

  boolean isWorn() {
    return fate == Fate.WORN;
  }

  /** Whether it may be ended, since another should take its place. */
  boolean isSpent() {
    return isWorn() && running.isEmpty();
  }

  void kill() {
    fate = Fate.KILLED;
  }

  boolean isKilled() {
    return fate == Fate.KILLED;
  }

  /** A task has called System.exit. */
  void exits(long task) {
    exits = task;
  }

  boolean isExit(Ticket ticket) {
    return exits == ticket.id();
  }

  boolean hasExit() {
    return exits != NOBODY;
  }

  void lease(Ticket ticket) {
    used = true;
    unreserve();
    taken = ticket.isAlone();
    running.put(ticket.id(), ticket);
  }

  /** Frees the slot of a task; null when this worker doesn't run that attempt. */
  Ticket release(OfTask message) {
    Ticket ticket = running.get(message.task());
    if (ticket == null || !ticket.isNow(message)) {
      return null;
    }
    running.remove(ticket.id());
    taken = false;
    ended++;
    if (ticket.limits().ownProcess()) {
      wear();
    }
    return ticket;
  }

  Optional<Ticket> running(OfTask message) {
    return Optional.ofNullable(running.get(message.task())).filter(t -> t.isNow(message));
  }

  boolean runs(Ticket ticket) {
    return running.get(ticket.id()) == ticket;
  }

  Collection<Ticket> running() {
    return List.copyOf(running.values());
  }

  WorkerInfo info() {
    WorkerInfo.State state = isFree() ? WorkerInfo.State.IDLE : WorkerInfo.State.BUSY;
    return new WorkerInfo(name(), host, start.pid(), start.javaVersion(), state, ended);
  }
}
