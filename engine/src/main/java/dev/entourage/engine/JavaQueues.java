package dev.entourage.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * Tasks that wait for a worker, a queue for each Java that their classes need: one that only some
 * workers can run holds nobody up. Guarded by the dispatcher's lock.
 */
final class JavaQueues {

  private final TreeMap<Integer, TaskQueue> byJava = new TreeMap<>(Comparator.reverseOrder());

  void add(Ticket ticket) {
    queueOf(ticket).add(ticket);
  }

  /** A task that was sent before comes before those that weren't. */
  void addFirst(Ticket ticket) {
    queueOf(ticket).addFirst(ticket);
  }

  /** Those that the fewest workers can run come first. */
  Collection<TaskQueue> newestFirst() {
    return byJava.values();
  }

  /** Whether a task waits that a worker has given back. */
  boolean hasOvertaken() {
    return byJava.values().stream().anyMatch(TaskQueue::hasOvertaken);
  }

  /** Counts the tasks that wait for a worker that ran nothing. */
  int ofOwnProcess() {
    return byJava.values().stream().mapToInt(TaskQueue::ofOwnProcess).sum();
  }

  Set<CompletableFuture<?>> futures() {
    return byJava.values().stream()
        .flatMap(queue -> queue.futures().stream())
        .collect(Collectors.toSet());
  }

  List<Ticket> drain() {
    return drainNewerThan(-1);
  }

  /** Removes and returns the tasks that a Java can't run. */
  List<Ticket> drainNewerThan(int java) {
    List<Ticket> all = new ArrayList<>();
    byJava.headMap(java, false).values().forEach(queue -> all.addAll(queue.drain()));
    return all;
  }

  private TaskQueue queueOf(Ticket ticket) {
    return byJava.computeIfAbsent(ticket.java(), TaskQueue::new);
  }

  @Override
  public String toString() {
    return byJava.toString();
  }
}
