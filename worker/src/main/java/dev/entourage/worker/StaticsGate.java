package dev.entourage.worker;

import dev.entourage.preparer.StaticsTarget;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Lets the tasks of one generation run side by side, and static fields be set while none runs.
 * Thread-safe.
 */
final class StaticsGate {

  private final StaticsTarget target;
  private final Source source;
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);

  /** Where values come from. */
  interface Source {

    /**
     * Asks the driver.
     *
     * @param id what the task carries
     * @param held the versions that the fields have
     * @return what they lack
     */
    ByteBuffer values(long id, List<Long> held);
  }

  StaticsGate(StaticsTarget target, Source source) {
    this.target = target;
    this.source = source;
  }

  /** Runs a body when the static fields are as its task wants them. */
  <R> R run(long id, Callable<R> body) throws Exception {
    enter(id);
    return body(body);
  }

  /**
   * The same for a task that another has submitted, and may wait for in here: it passes those that
   * wait for that one to end.
   */
  <R> R runNested(long id, Callable<R> body) throws Exception {
    if (!enteredAsItIs(id)) {
      enter(id);
    }
    return body(body);
  }

  private <R> R body(Callable<R> body) throws Exception {
    try {
      return body.call();
    } finally {
      lock.readLock().unlock();
    }
  }

  private boolean enteredAsItIs(long id) {
    boolean entered = lock.readLock().tryLock();
    if (entered && !target.isCurrent(id)) {
      lock.readLock().unlock();
      return false;
    }
    return entered;
  }

  /**
   * Lets a task wait for others, which may need other values than it does. It finds its own when it
   * goes on.
   */
  <R> R outside(long id, Callable<R> wait) throws Exception {
    if (lock.getReadHoldCount() == 0) {
      return wait.call();
    }
    lock.readLock().unlock();
    try {
      return wait.call();
    } finally {
      enterAnyway(id);
    }
  }

  private void enterAnyway(long id) {
    boolean interrupted = false;
    try {
      while (!entered(id)) {
        interrupted = true;
      }
    } catch (RuntimeException | Error e) {
      lock.readLock().lock();
      throw e;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private boolean entered(long id) {
    try {
      enter(id);
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  /** Says whether a task waits for others to end. */
  boolean isAwaited() {
    return lock.hasQueuedThreads();
  }

  /** Ends with the lock of a reader. */
  private void enter(long id) throws InterruptedException {
    lock.readLock().lockInterruptibly();
    if (!target.isCurrent(id)) {
      lock.readLock().unlock();
      set(id);
    }
  }

  private void set(long id) throws InterruptedException {
    lock.writeLock().lockInterruptibly();
    try {
      // Another task may have done so meanwhile.
      if (!target.isCurrent(id)) {
        target.apply(id, source.values(id, target.held()));
      }
      lock.readLock().lock();
    } finally {
      lock.writeLock().unlock();
    }
  }
}
