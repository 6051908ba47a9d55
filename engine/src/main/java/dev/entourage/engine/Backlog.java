package dev.entourage.engine;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Tasks that no worker has, and what becomes of them where none may come. Thread-safe; no future
 * ends under the dispatcher's lock.
 */
final class Backlog {

  private static final Runnable NONE = () -> {};

  private final JavaQueues queue = new JavaQueues();
  private final Object lock;
  private final Endings endings;
  private RuntimeException broken;

  /** What the next task does where none has a chance; volatile, so that others needn't ask. */
  private volatile Runnable rescue = NONE;

  /**
   * Makes an empty one.
   *
   * @param lock the dispatcher's
   * @param endings ends futures
   */
  Backlog(Object lock, Endings endings) {
    this.lock = lock;
    this.endings = endings;
  }

  /** For who has the lock. */
  JavaQueues queue() {
    return queue;
  }

  /** Returns why a task can't be taken; null when it was. */
  RuntimeException add(Ticket ticket) {
    RuntimeException refusal = tryAdd(ticket);
    if (refusal == null && rescue != NONE) {
      takeRescue().run();
    }
    return refusal;
  }

  private RuntimeException tryAdd(Ticket ticket) {
    synchronized (lock) {
      if (broken == null) {
        queue.add(ticket);
      }
      return broken;
    }
  }

  private Runnable takeRescue() {
    synchronized (lock) {
      Runnable next = rescue;
      rescue = NONE;
      return next;
    }
  }

  /** Fails all tasks without a worker, now and later. */
  void breakDown(RuntimeException why) {
    fail(refuse(why), why);
  }

  private List<Ticket> refuse(RuntimeException why) {
    synchronized (lock) {
      broken = why;
      return drain();
    }
  }

  /** Takes tasks again. */
  void mend() {
    synchronized (lock) {
      broken = null;
    }
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

  private List<Ticket> drain(Runnable next) {
    synchronized (lock) {
      rescue = next;
      return drain();
    }
  }

  /** Fails the tasks that wait for a worker. */
  void failWaiting(RuntimeException why) {
    fail(drain(), why);
  }

  /** Fails the tasks that no host is new enough for. */
  void failUnrunnable(HostJavas javas) {
    for (Ticket ticket : drainNewerThan(javas.newest())) {
      Optional<? extends RuntimeException> refusal = ticket.newest().flatMap(javas::refusal);
      RuntimeException why = refusal.isPresent() ? refusal.get() : add(ticket);
      if (why != null) {
        fail(List.of(ticket), why);
      }
    }
  }

  private List<Ticket> drainNewerThan(int java) {
    synchronized (lock) {
      return queue.drainNewerThan(java);
    }
  }

  List<Ticket> drain() {
    synchronized (lock) {
      return queue.drain();
    }
  }

  /** Returns their futures. */
  Set<CompletableFuture<?>> futures() {
    synchronized (lock) {
      return queue.futures();
    }
  }

  private void fail(List<Ticket> tickets, RuntimeException why) {
    tickets.forEach(ticket -> endings.fail(ticket, why));
  }

  @Override
  public String toString() {
    synchronized (lock) {
      return queue.toString();
    }
  }
}
