package dev.entourage.engine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;

/**
 * The future of a task. A thread that waits for it decodes the reply itself: to have it done by
 * another one would wake up two. What the user has hung on the future runs elsewhere, as it may
 * take long.
 */
final class TaskFuture extends CompletableFuture<Object> {

  /** Nobody waits, a thread does, or there is something for it to do. */
  private final AtomicReference<Object> seat = new AtomicReference<>();

  private final AtomicBoolean wakes = new AtomicBoolean();
  private final AtomicInteger ours = new AtomicInteger();

  @Override
  public <U> CompletableFuture<U> newIncompleteFuture() {
    return new CompletableFuture<>();
  }

  /** Hangs something short of ours on this future. */
  void atEnd(BiConsumer<Object, Throwable> action) {
    ours.incrementAndGet();
    whenComplete(action);
  }

  /** Hands over what ends this future; false when nobody takes it. */
  boolean offer(Runnable end) {
    Object waiter = seat.get();
    if (waiter instanceof Thread thread
        && getNumberOfDependents() <= ours.get()
        && seat.compareAndSet(thread, end)) {
      LockSupport.unpark(thread);
      return true;
    }
    return false;
  }

  @Override
  public Object join() {
    if (!isDone()) {
      sit(false, Long.MAX_VALUE);
    }
    return super.join();
  }

  @Override
  public Object get() throws InterruptedException, ExecutionException {
    if (!isDone()) {
      sit(true, Long.MAX_VALUE);
    }
    return super.get();
  }

  @Override
  public Object get(long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    long nanos = unit.toNanos(timeout);
    long since = System.nanoTime();
    if (!isDone() && nanos > 0) {
      sit(true, nanos);
    }
    return super.get(nanos - (System.nanoTime() - since), TimeUnit.NANOSECONDS);
  }

  /** Waits on the seat, if it is free, until there is nothing to wait for here any more. */
  private void sit(boolean interruptible, long nanos) {
    Thread me = Thread.currentThread();
    if (!seat.compareAndSet(null, me)) {
      return;
    }
    if (wakes.compareAndSet(false, true)) {
      atEnd((result, e) -> wake());
    }
    Seat waiting = new Seat(me, interruptible, System.nanoTime(), nanos);
    try {
      ForkJoinPool.managedBlock(waiting);
    } catch (InterruptedException e) {
      me.interrupt();
    } finally {
      leave(me);
    }
    if (waiting.interrupted) {
      me.interrupt();
    }
  }

  private void leave(Thread me) {
    if (!seat.compareAndSet(me, null)) {
      Runnable end = (Runnable) seat.getAndSet(null);
      end.run();
    }
  }

  private void wake() {
    if (seat.get() instanceof Thread thread) {
      LockSupport.unpark(thread);
    }
  }

  /** A pool of threads that joins makes room for another, as for any future. */
  private final class Seat implements ForkJoinPool.ManagedBlocker {

    private final Thread me;
    private final boolean interruptible;
    private final long since;
    private final long nanos;
    private boolean interrupted;

    Seat(Thread me, boolean interruptible, long since, long nanos) {
      this.me = me;
      this.interruptible = interruptible;
      this.since = since;
      this.nanos = nanos;
    }

    @Override
    public boolean block() {
      while (!isReleasable()) {
        if (nanos == Long.MAX_VALUE) {
          LockSupport.park(TaskFuture.this);
        } else {
          LockSupport.parkNanos(TaskFuture.this, nanos - (System.nanoTime() - since));
        }
      }
      return true;
    }

    @Override
    public boolean isReleasable() {
      interrupted |= Thread.interrupted();
      return seat.get() != me
          || isDone()
          || interruptible && interrupted
          || nanos != Long.MAX_VALUE && System.nanoTime() - since >= nanos;
    }
  }
}
