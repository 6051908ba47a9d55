package dev.entourage.engine;

import dev.entourage.worker.LinkMessage.Recall;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Looks after tasks that were given back and find no worker. Others have overtaken them, and may
 * wait for them now, on all workers: it asks what runs whether it only waits. Thread-safe; returns
 * at once.
 */
final class Impasse {

  /** How long they wait before others are asked, in milliseconds. */
  private static final long PATIENCE = 200;

  private final Object lock;
  private final Crew crew;
  private final JavaQueues queue;
  private final WorkerLine line;
  private final AtomicBoolean looking = new AtomicBoolean();

  /**
   * Makes this part of a dispatcher.
   *
   * @param lock the dispatcher's
   * @param crew the workers
   * @param queue the tasks that wait
   * @param line the way to the workers
   */
  Impasse(Object lock, Crew crew, JavaQueues queue, WorkerLine line) {
    this.lock = lock;
    this.crew = crew;
    this.queue = queue;
    this.line = line;
  }

  /** Tasks were given back. */
  void watch() {
    if (!toAsk().isEmpty() && looking.compareAndSet(false, true)) {
      Clock.after(PATIENCE, TimeUnit.MILLISECONDS, this::look);
    }
  }

  private void look() {
    looking.set(false);
    toAsk().forEach(member -> line.send(member.host(), member.name(), new Recall()));
    watch();
  }

  private List<Member> toAsk() {
    synchronized (lock) {
      return queue.hasOvertaken() ? crew.all() : List.of();
    }
  }
}
