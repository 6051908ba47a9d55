package dev.entourage.engine;

import dev.entourage.WorkerInfo;
import dev.entourage.spi.Transport;
import dev.entourage.worker.BusMessage.WorkerStarted;
import dev.entourage.worker.LinkMessage.OfTask;
import dev.entourage.worker.LinkMessage.Unbegun;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
  private final int java;
  private final Transport.Inflow inflow;
  private final Map<Long, Ticket> running = new HashMap<>();
  private Fate fate = Fate.NONE;
  private final Set<Ticket> parked = new HashSet<>();

  /** Tasks that do nothing but wait, as their worker says. */
  private final Set<Ticket> idle = new HashSet<>();

  /** Of more than one task. */
  private final Set<Load> batches = new HashSet<>();

  private int loads;
  private boolean used;
  private Ticket owner;
  private long exits = NOBODY;
  private long ended;
  private long classes;
  private long bytes;
  private int restarts;

  Member(String host, WorkerStarted start, int slots, Transport.Inflow inflow) {
    this.host = host;
    this.inflow = inflow;
    this.start = start;
    this.slots = slots;
    java = Runtime.Version.parse(start.javaVersion()).feature();
  }

  String host() {
    return host;
  }

  String name() {
    return start.worker();
  }

  /** The first number of its Java's version. */
  int java() {
    return java;
  }

  /** So many workers had its place before. */
  void restarted(int times) {
    restarts = times;
  }

  int restarts() {
    return restarts;
  }

  /** It gets what it has asked for. */
  void sent(Cargo cargo) {
    classes += cargo.classes();
    bytes += cargo.bytes();
  }

  boolean isFree() {
    return mayTake() && load() < slots;
  }

  private boolean mayTake() {
    return fate == Fate.NONE && (owner == null || isParked(owner));
  }

  /** Whether a task could have it for itself; those that wait for their own tasks don't count. */
  boolean isIdle() {
    return (fate == Fate.NONE || fate == Fate.RESERVED) && load() == 0;
  }

  boolean isFresh() {
    return !used && isIdle();
  }

  /** Whether nobody would miss it. */
  boolean isUnneeded() {
    return isIdle() && running.isEmpty();
  }

  /** How many slots are taken; what waits for tasks of its own needs none. */
  int load() {
    return loads - parked.size();
  }

  /** How many tasks may be why it ended. */
  int suspects() {
    return running.size() - parked.size();
  }

  /** A task waits for tasks of its own, or goes on. */
  void park(Ticket ticket, boolean waits) {
    if (waits) {
      parked.add(ticket);
    } else {
      parked.remove(ticket);
    }
  }

  /** A task does nothing but wait, maybe for one that it has overtaken. */
  void idle(Ticket ticket) {
    idle.add(ticket);
  }

  /** Whether a task that was overtaken may run beside one that only waits. */
  boolean isLending() {
    return mayTake()
        && load() > 0
        && load() - (int) idle.stream().filter(t -> !isParked(t)).count() < slots;
  }

  boolean isParked(Ticket ticket) {
    return parked.contains(ticket);
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

  /** Whether it ends, or is to. */
  boolean isLeaving() {
    return fate == Fate.WORN || fate == Fate.KILLED;
  }

  /**
   * Whether it takes what its own tasks wait for although it is worn: it may be the last worker.
   */
  boolean isWaiting() {
    return isWorn() && !parked.isEmpty() && load() < slots;
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

  void lease(Load load) {
    used = true;
    unreserve();
    loads++;
    load.tickets().forEach(ticket -> lease(ticket, load));
    if (load.tickets().size() > 1) {
      batches.add(load);
    }
  }

  private void lease(Ticket ticket, Load load) {
    ticket.load(load);
    ticket.future().comesFrom(inflow);
    bytes += ticket.size();
    owner = ticket.isAlone() ? ticket : owner;
    running.put(ticket.id(), ticket);
  }

  /** Frees the slot of a task; null when this worker doesn't run that attempt. */
  Ticket release(OfTask message) {
    Ticket ticket = running.get(message.task());
    if (ticket == null || !ticket.isNow(message)) {
      return null;
    }
    running.remove(ticket.id());
    if (ticket.load().ended()) {
      free(ticket.load());
    }
    parked.remove(ticket);
    idle.remove(ticket);
    owner = owner == ticket ? null : owner;
    ended++;
    if (ticket.limits().ownProcess()) {
      wear();
    }
    return ticket;
  }

  private void free(Load load) {
    loads--;
    batches.remove(load);
  }

  /** A task of a batch hasn't begun, and won't here; empty when this worker doesn't have it. */
  Optional<Ticket> takeBack(Unbegun message) {
    Ticket ticket = running.get(message.task());
    if (ticket == null || ticket.attempt() != message.attempt()) {
      return Optional.empty();
    }
    running.remove(ticket.id());
    if (ticket.load().left()) {
      free(ticket.load());
    }
    ticket.returned();
    return Optional.of(ticket);
  }

  /** Returns a batch whose tasks wait behind one that takes its time; empty for none. */
  Optional<Load> backedUp() {
    return batches.isEmpty()
        ? Optional.empty()
        : batches.stream().filter(Load::isBackedUp).findFirst();
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
    return new WorkerInfo(
        name(), host, start.pid(), start.javaVersion(), state, ended, classes, bytes, restarts);
  }

  @Override
  public String toString() {
    return name()
        + ": fate="
        + fate
        + ", load="
        + load()
        + ", owner="
        + owner
        + ", runs="
        + running.values()
        + ", parked="
        + parked;
  }
}
