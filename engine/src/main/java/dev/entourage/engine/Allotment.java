package dev.entourage.engine;

import dev.entourage.engine.Leases.Ask;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Does what a host's {@link Leases} say: starts the workers that were granted, refuses the others,
 * asks drivers to give workers back, and tells them when there is more for them. For the host's
 * control thread alone, but for {@link #awaitNone}.
 */
final class Allotment {

  /** How often to look whether somebody's turn has come, in seconds. */
  private static final long LOOK = 1;

  private final Leases leases;
  private final Map<String, HostSession> sessions;
  private final Consumer<String> greet;
  private final Executor control;
  private final Awaited workers = new Awaited();
  private boolean looking;

  /**
   * Makes one without workers.
   *
   * @param maxWorkers how many there may be
   * @param sessions those that are open
   * @param greet tells a session what it may have
   * @param control the host's thread
   */
  Allotment(
      int maxWorkers, Map<String, HostSession> sessions, Consumer<String> greet, Executor control) {
    leases = new Leases(maxWorkers);
    this.sessions = sessions;
    this.greet = greet;
    this.control = control;
  }

  /** How many workers more could start now. */
  int room() {
    return leases.room();
  }

  /** How many workers a session may have when the host is full. */
  int share(String session) {
    return leases.share(session);
  }

  void opened(String session) {
    leases.opened(session);
  }

  /** A driver wants a worker. */
  void ask(HostSession session, String worker) {
    switch (leases.ask(new Ask(session.id(), worker), System.nanoTime())) {
      case GRANTED -> launch(session, worker);
      case REFUSED -> session.refuse(worker);
      default -> settle();
    }
  }

  private void launch(HostSession session, String worker) {
    workers.add(new Ask(session.id(), worker));
    session.start(worker);
  }

  /** A worker is gone. The session itself knows that one place more is free. */
  void freed(String session, String worker) {
    leases.freed(session, worker);
    workers.remove(new Ask(session, worker));
    settle();
    if (leases.room() > 0) {
      sessions.keySet().stream().filter(other -> !other.equals(session)).forEach(greet);
    }
  }

  /** A session ends its workers and wants no others. */
  void closed(String session) {
    leases.closed(session);
  }

  /** Nothing is left of a session. The shares of the others have grown. */
  void ended(String session) {
    leases.ended(session);
    settle();
    sessions.keySet().forEach(greet);
  }

  /** Gives what is free to who waits, and asks those that have too much to give back. */
  private void settle() {
    long now = System.nanoTime();
    for (Optional<Ask> ask = leases.next(now); ask.isPresent(); ask = leases.next(now)) {
      String worker = ask.get().worker();
      of(ask.get().session(), session -> launch(session, worker));
    }
    leases.reclaims(now).forEach(id -> of(id, session -> session.reclaim(1)));
    if (leases.isContended() && !looking) {
      looking = true;
      Clock.after(LOOK, TimeUnit.SECONDS, () -> control.execute(this::look));
    }
  }

  private void look() {
    looking = false;
    settle();
  }

  /** Grants nothing more, and asks for all workers back. */
  void drain() {
    leases.refuseAll().forEach(ask -> of(ask.session(), session -> session.refuse(ask.worker())));
    leases.drain().forEach((id, count) -> of(id, session -> session.reclaim(count)));
    sessions.keySet().forEach(greet);
  }

  /**
   * Waits until all workers have ended; on any thread.
   *
   * @param seconds how long at most
   * @return whether they have
   */
  boolean awaitNone(long seconds) {
    return workers.await(seconds);
  }

  /** A session that has ended has leases for a moment more, until a later step forgets them. */
  private void of(String id, Consumer<HostSession> action) {
    Optional.ofNullable(sessions.get(id)).ifPresent(action);
  }
}
