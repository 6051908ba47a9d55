package dev.entourage.engine;

import dev.entourage.WorkerInfo;
import dev.entourage.spi.Transport;
import dev.entourage.worker.BusMessage.WorkerStarted;
import dev.entourage.worker.LinkMessage.OfTask;

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
  private final Assigned tasks = new Assigned();
  private Fate fate = Fate.NONE;
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

  /** Returns the tasks that it has. */
  Assigned tasks() {
    return tasks;
  }

  boolean isFree() {
    return mayTake() && tasks.load() < slots;
  }

  private boolean mayTake() {
    return fate == Fate.NONE && (owner == null || tasks.isParked(owner));
  }

  /** Whether a task could have it for itself; those that wait for their own tasks don't count. */
  boolean isIdle() {
    return (fate == Fate.NONE || fate == Fate.RESERVED) && tasks.load() == 0;
  }

  boolean isFresh() {
    return !used && isIdle();
  }

  /** Whether nobody would miss it. */
  boolean isUnneeded() {
    return isIdle() && tasks.isEmpty();
  }

  /** Whether a task that was overtaken may run beside one that only waits. */
  boolean isLending() {
    return mayTake() && tasks.load() > 0 && tasks.busy() < slots;
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
    return isWorn() && tasks.hasParked() && tasks.load() < slots;
  }

  /** Whether it may be ended, since another should take its place. */
  boolean isSpent() {
    return isWorn() && tasks.isEmpty();
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
    tasks.add(load, inflow);
    for (Ticket ticket : load.tickets()) {
      bytes += ticket.size();
      owner = ticket.isAlone() ? ticket : owner;
    }
  }

  /** Frees the slot of a task; null when this worker doesn't run that attempt. */
  Ticket release(OfTask message) {
    Ticket ticket = tasks.remove(message);
    if (ticket == null) {
      return null;
    }
    owner = owner == ticket ? null : owner;
    ended++;
    if (ticket.limits().ownProcess()) {
      wear();
    }
    return ticket;
  }

  WorkerInfo info() {
    WorkerInfo.State state = isFree() ? WorkerInfo.State.IDLE : WorkerInfo.State.BUSY;
    return new WorkerInfo(
        name(), host, start.pid(), start.javaVersion(), state, ended, classes, bytes, restarts);
  }

  @Override
  public String toString() {
    return name() + ": fate=" + fate + ", owner=" + owner + ", runs=" + tasks;
  }
}
