package dev.entourage.engine;

import dev.entourage.WorkerInfo;
import dev.entourage.worker.BusMessage.WorkerStarted;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A worker as the driver sees it. Guarded by the dispatcher's lock. */
final class Member {

  private final String host;
  private final WorkerStarted start;
  private final int slots;
  private final Map<Long, Ticket> running = new HashMap<>();
  private long ended;
  private boolean worn;

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
    return !worn && running.size() < slots;
  }

  /** It takes no more tasks. */
  void wear() {
    worn = true;
  }

  /** Whether it may be ended, since another should take its place. */
  boolean isSpent() {
    return worn && running.isEmpty();
  }

  void lease(Ticket ticket) {
    running.put(ticket.id(), ticket);
  }

  /** Frees the slot of a task; null when this worker doesn't run it. */
  Ticket release(long task) {
    Ticket ticket = running.remove(task);
    if (ticket != null) {
      ended++;
    }
    return ticket;
  }

  boolean runs(Ticket ticket) {
    return running.containsKey(ticket.id());
  }

  Collection<Ticket> running() {
    return List.copyOf(running.values());
  }

  WorkerInfo info() {
    WorkerInfo.State state = isFree() ? WorkerInfo.State.IDLE : WorkerInfo.State.BUSY;
    return new WorkerInfo(name(), host, start.pid(), start.javaVersion(), state, ended);
  }
}
