package dev.entourage.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * Tasks that wait for a worker whose Java is new enough. Those whose futures have ended meanwhile
 * are skipped. Guarded by the dispatcher's lock.
 */
final class TaskQueue {

  private final Deque<Ticket> alone = new ArrayDeque<>();
  private final Deque<Ticket> nested = new ArrayDeque<>();
  private final Deque<Ticket> others = new ArrayDeque<>();
  private final int java;

  /**
   * Makes an empty queue.
   *
   * @param java the oldest Java that runs these tasks
   */
  TaskQueue(int java) {
    this.java = java;
  }

  int java() {
    return java;
  }

  void add(Ticket ticket) {
    queueOf(ticket).addLast(ticket);
  }

  /** A task that was sent before comes before those that weren't. */
  void addFirst(Ticket ticket) {
    queueOf(ticket).addFirst(ticket);
  }

  /** Returns the next one that needs a worker for itself, and leaves it here; null for none. */
  Ticket peekAlone() {
    return peek(alone);
  }

  Ticket pollAlone() {
    return alone.pollFirst();
  }

  /**
   * Returns and removes the next of the others, maybe several of one call; empty for none. What a
   * task waits for comes before what would take the slots that it needs.
   *
   * @param sharers how many slots would like a part
   */
  List<Ticket> poll(int sharers) {
    if (peek(nested) != null) {
      return List.of(nested.pollFirst());
    }
    Ticket first = peek(others);
    if (first == null) {
      return List.of();
    }
    int most = first.batching().map(Batching::size).orElse(1);
    return poll(Math.min(most, Math.max(1, others.size() / sharers)), first);
  }

  /** Whether a task waits that another task has submitted. */
  boolean hasNested() {
    return peek(nested) != null;
  }

  /** Whether one waits that a worker has given back. */
  boolean hasOvertaken() {
    Ticket first = peek(others);
    return first != null && first.wasReturned();
  }

  private List<Ticket> poll(int most, Ticket first) {
    if (most == 1) {
      return List.of(others.pollFirst());
    }
    List<Ticket> batch = new ArrayList<>(most);
    for (Ticket next = first; next != null && next.fits(first); next = peek(others)) {
      if (batch.size() == most) {
        break;
      }
      batch.add(others.pollFirst());
    }
    return batch;
  }

  /** Counts the tasks that wait for a worker that ran nothing. */
  int ofOwnProcess() {
    return (int) alone.stream().filter(t -> t.limits().ownProcess() && !t.isDone()).count();
  }

  Set<CompletableFuture<?>> futures() {
    return all().stream().map(Ticket::future).collect(Collectors.toSet());
  }

  private List<Ticket> all() {
    List<Ticket> all = new ArrayList<>(alone);
    all.addAll(nested);
    all.addAll(others);
    return all;
  }

  List<Ticket> drain() {
    List<Ticket> all = all();
    alone.clear();
    nested.clear();
    others.clear();
    return all;
  }

  private Deque<Ticket> queueOf(Ticket ticket) {
    if (ticket.isAlone()) {
      return alone;
    }
    return ticket.isNested() ? nested : others;
  }

  private static Ticket peek(Deque<Ticket> queue) {
    while (!queue.isEmpty() && queue.peekFirst().isDone()) {
      queue.removeFirst();
    }
    return queue.peekFirst();
  }

  @Override
  public String toString() {
    return "alone=" + alone.size() + ", nested=" + nested.size() + ", others=" + others.size();
  }
}
