package dev.entourage.engine;

import dev.entourage.spi.Transport;
import dev.entourage.worker.LinkMessage.OfTask;
import dev.entourage.worker.LinkMessage.Unbegun;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tasks that a worker has, and how many slots they take. Guarded by the dispatcher's lock. */
final class Assigned {

  private final Map<Long, Ticket> running = new HashMap<>();
  private final Set<Ticket> parked = new HashSet<>();

  /** Tasks that do nothing but wait, as their worker says. */
  private final Set<Ticket> idle = new HashSet<>();

  /** Of more than one task. */
  private final Set<Load> batches = new HashSet<>();

  private int loads;

  boolean isEmpty() {
    return running.isEmpty();
  }

  /** How many slots are taken; what waits for tasks of its own needs none. */
  int load() {
    return loads - parked.size();
  }

  /** How many slots are taken by tasks that don't only wait, as far as their worker has said. */
  int busy() {
    return load() - (int) idle.stream().filter(ticket -> !isParked(ticket)).count();
  }

  /** How many tasks may be why the worker ended. */
  int suspects() {
    return running.size() - parked.size();
  }

  void add(Load load, Transport.Inflow inflow) {
    loads++;
    for (Ticket ticket : load.tickets()) {
      ticket.load(load);
      ticket.future().comesFrom(inflow);
      running.put(ticket.id(), ticket);
    }
    if (load.tickets().size() > 1) {
      batches.add(load);
    }
  }

  /** A task has ended. Returns null when that attempt isn't here. */
  Ticket remove(OfTask message) {
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
    return ticket;
  }

  /** A task of a batch hasn't begun, and won't here; empty when it isn't here. */
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

  private void free(Load load) {
    loads--;
    batches.remove(load);
  }

  /** A task waits for tasks of its own, or goes on. */
  void park(Ticket ticket, boolean waits) {
    if (waits) {
      parked.add(ticket);
    } else {
      parked.remove(ticket);
    }
  }

  boolean isParked(Ticket ticket) {
    return parked.contains(ticket);
  }

  boolean hasParked() {
    return !parked.isEmpty();
  }

  /** A task does nothing but wait, maybe for one that it has overtaken. */
  void idle(Ticket ticket) {
    idle.add(ticket);
  }

  /** Returns a batch whose tasks wait behind one that takes its time; empty for none. */
  Optional<Load> backedUp() {
    return batches.isEmpty()
        ? Optional.empty()
        : batches.stream().filter(Load::isBackedUp).findFirst();
  }

  Optional<Ticket> find(OfTask message) {
    return Optional.ofNullable(running.get(message.task())).filter(t -> t.isNow(message));
  }

  boolean contains(Ticket ticket) {
    return running.get(ticket.id()) == ticket;
  }

  Collection<Ticket> all() {
    return List.copyOf(running.values());
  }

  @Override
  public String toString() {
    return running.values() + ", parked=" + parked + ", load=" + load();
  }
}
