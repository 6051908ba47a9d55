package dev.entourage.engine;

import dev.entourage.spi.Transport;
import dev.entourage.worker.RemoteFuture;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;

/**
 * The future of a task. A thread that waits for it reads what its worker says, where nobody else
 * does, and decodes the reply: to have it done by another one would wake up two. What the user has
 * hung on the future runs elsewhere, as it may take long.
 */
final class TaskFuture extends RemoteFuture<Object> {

  /** Null while nobody waits, a {@link Seat}, or a Runnable for who sits there. */
  private final AtomicReference<Object> seat = new AtomicReference<>();

  private final AtomicInteger ours = new AtomicInteger();
  private final StopWord stop = new StopWord();
  private volatile Transport.Inflow inflow = Transport.Inflow.CLOSED;

  TaskFuture() {
    atEnd((result, e) -> ended());
  }

  /** Users keep futures, and need not keep what has brought the result. */
  private void ended() {
    inflow = Transport.Inflow.CLOSED;
    stop.drop();
    if (seat.get() instanceof Seat waiting) {
      waiting.wakeUp();
    }
  }

  /**
   * Says where the next attempt's reply will arrive. Who sits down looks there behind that, and
   * here it is looked behind it whether somebody sits: so one of the two sees the other.
   */
  void comesFrom(Transport.Inflow worker) {
    inflow = worker;
    if (isDone()) {
      inflow = Transport.Inflow.CLOSED;
    } else if (seat.get() != null || isHungOn()) {
      worker.attend();
    }
  }

  /** Called when something is hung on this future. */
  @Override
  public <U> CompletableFuture<U> newIncompleteFuture() {
    inflow.attend();
    return new CompletableFuture<>();
  }

  /** Hangs something short of ours on this future. */
  void atEnd(BiConsumer<Object, Throwable> action) {
    ours.incrementAndGet();
    whenComplete(action);
  }

  /** Whether something of the user's hangs on this future, which may take long. */
  boolean isHungOn() {
    return getNumberOfDependents() > ours.get();
  }

  /** Says how to stop the task. */
  void stopBy(Runnable step) {
    stop.add(step);
  }

  /**
   * Decides that this future ends, whatever its worker may still say, and stops the task. Whoever
   * calls it ends it then, which may take as long as what the user has hung on it.
   */
  @Override
  protected void doom() {
    if (!isDone()) {
      stop.say();
    }
  }

  boolean isDoomed() {
    return stop.wasSaid();
  }

  /** Hands over what ends this future; false when nobody takes it. */
  boolean offer(Runnable end) {
    if (seat.get() instanceof Seat waiting && !isHungOn() && seat.compareAndSet(waiting, end)) {
      waiting.wakeUp();
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
    Seat mine = new Seat(interruptible, nanos);
    if (!seat.compareAndSet(null, mine)) {
      return;
    }
    try {
      ForkJoinPool.managedBlock(mine);
    } catch (InterruptedException e) {
      mine.interrupted = true;
    } finally {
      leave(mine);
    }
    if (mine.interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void leave(Seat mine) {
    if (!seat.compareAndSet(mine, null)) {
      Runnable end = (Runnable) seat.getAndSet(null);
      end.run();
    }
  }

  /** A pool of threads that joins makes room for another, as for any future. */
  private final class Seat implements ForkJoinPool.ManagedBlocker, Transport.Wait {

    private final Thread thread = Thread.currentThread();
    private final boolean interruptible;
    private final long since = System.nanoTime();
    private final long nanos;
    private boolean interrupted;

    /** What this thread reads, or is about to. */
    private volatile Transport.Inflow reading;

    Seat(boolean interruptible, long nanos) {
      this.interruptible = interruptible;
      this.nanos = nanos;
    }

    @Override
    public boolean block() {
      while (!isReleasable()) {
        if (!reads() && !isReleasable()) {
          park();
        }
      }
      return true;
    }

    private boolean reads() {
      Transport.Inflow from = inflow;
      if (from == Transport.Inflow.CLOSED) {
        return false;
      }
      if (!MayRead.here()) {
        from.attend();
        return false;
      }
      reading = from;
      try {
        return from.read(this);
      } finally {
        reading = null;
      }
    }

    private void park() {
      if (nanos == Long.MAX_VALUE) {
        LockSupport.park(TaskFuture.this);
      } else {
        LockSupport.parkNanos(TaskFuture.this, left());
      }
    }

    /**
     * Called by who has given this thread something to do, or ended the future. It does that before
     * it looks at what this thread reads; and this thread says what it reads, or that it doesn't
     * any more, before it looks whether it has something to do. So one of the two sees the other.
     */
    void wakeUp() {
      if (thread == Thread.currentThread()) {
        return;
      }
      Transport.Inflow from = reading;
      if (from == null) {
        LockSupport.unpark(thread);
      } else {
        from.wakeUp();
      }
    }

    @Override
    public boolean isReleasable() {
      interrupted |= Thread.interrupted();
      return seat.get() != this
          || isDone()
          || interruptible && interrupted
          || nanos != Long.MAX_VALUE && left() <= 0;
    }

    @Override
    public boolean isOver() {
      return isReleasable();
    }

    @Override
    public long millis() {
      return nanos == Long.MAX_VALUE ? nanos : TimeUnit.NANOSECONDS.toMillis(left());
    }

    private long left() {
      return nanos - (System.nanoTime() - since);
    }
  }
}
