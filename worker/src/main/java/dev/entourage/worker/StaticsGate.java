package dev.entourage.worker;

import dev.entourage.preparer.StaticsTarget;
import dev.entourage.preparer.TaskWithStatics;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Lets the tasks of one generation run side by side, and static fields be set while none runs.
 * Thread-safe.
 */
final class StaticsGate {

  private final StaticsTarget target;
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);

  StaticsGate(ClassLoader loader, FirstCauses causes) {
    target = new StaticsTarget(loader, causes::complete);
  }

  /** Runs a body when the static fields are as its task wants them. */
  <R> R run(Object task, Callable<R> body) throws Exception {
    enter(task);
    try {
      return body.call();
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Says whether a task waits for others to end. */
  boolean isAwaited() {
    return lock.hasQueuedThreads();
  }

  /** Ends with the lock of a reader. */
  private void enter(Object task) throws InterruptedException {
    lock.readLock().lockInterruptibly();
    if (task instanceof TaskWithStatics with && !target.isCurrent(with)) {
      lock.readLock().unlock();
      set(with);
    }
  }

  /** Another task may have set them meanwhile: then they are set again, which hurts nobody. */
  private void set(TaskWithStatics task) throws InterruptedException {
    lock.writeLock().lockInterruptibly();
    try {
      target.apply(task);
      lock.readLock().lock();
    } finally {
      lock.writeLock().unlock();
    }
  }
}
