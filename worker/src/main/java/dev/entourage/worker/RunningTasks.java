package dev.entourage.worker;

import dev.entourage.worker.LinkMessage.OfTask;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The tasks that a worker was given and hasn't answered, by attempt. Thread-safe. */
final class RunningTasks {

  private record Attempt(long task, int attempt) {

    static Attempt of(OfTask message) {
      return new Attempt(message.task(), message.attempt());
    }
  }

  private final Map<Attempt, RunningTask> tasks = new ConcurrentHashMap<>();

  void add(RunningTask task) {
    tasks.put(Attempt.of(task.parcel()), task);
  }

  void remove(RunningTask task) {
    tasks.remove(Attempt.of(task.parcel()));
  }

  /** Returns null where that attempt isn't here. */
  RunningTask find(OfTask message) {
    return tasks.get(Attempt.of(message));
  }

  Collection<RunningTask> all() {
    return tasks.values();
  }

  /** Returns the threads of those that have begun. */
  Collection<TaskThread> threads() {
    return tasks.values().stream().flatMap(task -> task.thread().stream()).toList();
  }

  /** Returns what a thread runs. */
  Stream<RunningTask> on(TaskThread thread) {
    return tasks.values().stream().filter(task -> task.thread().filter(thread::equals).isPresent());
  }
}
