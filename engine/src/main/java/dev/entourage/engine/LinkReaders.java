package dev.entourage.engine;

import dev.entourage.spi.Transport;
import dev.entourage.worker.Link;
import dev.entourage.worker.Pace;
import dev.entourage.worker.TaskCounts;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Who reads the link of a worker: a thread that waits for one of its tasks anyway, or else the
 * keeper, a thread of the worker's own. To be woken up by another thread costs more than a small
 * task; a thread that waits within the socket is woken up by the worker itself.
 *
 * <p>Only who reads may touch the link's reading end. The keeper stands aside while waiting threads
 * come one after another, and looks now and then whether the link is left alone: so nothing that a
 * worker says waits for longer than a look, and what others than such a thread wait for doesn't
 * wait at all. What is read goes the same way whoever has read it.
 */
final class LinkReaders implements Transport.Inflow {

  /** How often a keeper that stands aside looks whether a reply may lie there, in nanoseconds. */
  private static final long LOOK = 1_000_000;

  /** The same while threads that wait come one right after another. */
  private static final long RARE_LOOK = 20_000_000;

  /** After so many looks without a change it reads itself, or sleeps while somebody else does. */
  private static final int CALM = 20;

  private final Link link;
  private final byte[] prefix;
  private final Consumer<byte[]> sink;

  /** Tasks that were sent and haven't been answered, about: a hint for when to wake the keeper. */
  private final AtomicInteger open = new AtomicInteger();

  /** Who reads; null while nobody does. */
  private final AtomicReference<Thread> reader = new AtomicReference<>();

  private final Thread keeper;

  /** Counted by waiting threads while they read. */
  private volatile long turns;

  /** A waiting thread has met the keeper at the link. */
  private volatile boolean wanted;

  /** Something is to come, and nobody reads who waits for it. */
  private volatile boolean needed;

  private volatile boolean asleep;

  /** Set by who reads: nothing more comes. */
  private volatile boolean over;

  private volatile Throwable failure;

  /**
   * Makes the readers of a link; the current thread is its keeper.
   *
   * @param link unblocked
   * @param prefix what each frame begins with that is handed on
   * @param sink takes frames, on any of the threads that read; returns at once
   */
  LinkReaders(Link link, byte[] prefix, Consumer<byte[]> sink) {
    this.link = link;
    this.prefix = prefix;
    this.sink = sink;
    keeper = Thread.currentThread();
    reader.set(keeper);
  }

  /** Tasks are about to be sent; by any thread. */
  void sent(int tasks) {
    if (tasks > 0 && open.getAndAdd(tasks) > 0) {
      attend(); // Nobody waits for one task after the other.
    }
  }

  @Override
  public void attend() {
    if (reader.get() == null && !needed) {
      needed = true;
      LockSupport.unpark(keeper);
    }
  }

  /**
   * Sees to it that the link is read until it ends. Called by the keeper.
   *
   * @throws IOException when the link broke
   */
  void keep() throws IOException {
    try {
      while (keepReading()) {
        standAside();
      }
    } finally {
      over = true;
    }
    rethrow();
  }

  /** Says whether there is still something to read, by others. */
  private boolean keepReading() throws IOException {
    wanted = false;
    needed = false;
    boolean heard = false;
    while (!over) {
      if (hand(link.poll(prefix))) {
        heard = true;
      } else if (link.hasEnded()) {
        return false;
      } else if (heard && wanted && open.get() <= 0) {
        return true;
      } else {
        link.await(0);
      }
    }
    return false;
  }

  /** Returns when the keeper has the link again, or it is over. */
  private void standAside() {
    reader.set(null);
    Pace pace = new Pace(LOOK, RARE_LOOK);
    long seen = turns;
    long since = 0;
    int calm = 0;
    while (!over && !isMine(calm)) {
      if (calm >= CALM && reader.get() != null) {
        sleep();
      } else {
        LockSupport.parkNanos(this, pace.after(since));
      }
      since = turns - seen;
      seen += since;
      calm = since == 0 ? calm + 1 : 0;
    }
  }

  /** A task under way may be answered at any time; else who has just waited may come again. */
  private boolean isMine(int calm) {
    return (needed || calm > 0 && open.get() > 0 || calm >= CALM)
        && reader.compareAndSet(null, keeper);
  }

  /**
   * Somebody reads for long. Who gives the link up does so before it looks whether the keeper is
   * asleep, and the keeper falls asleep before it looks whether the link was given up: one of the
   * two sees the other.
   */
  private void sleep() {
    asleep = true;
    if (reader.get() != null && !over) {
      LockSupport.park(this);
    }
    asleep = false;
  }

  @Override
  public boolean read(Transport.Wait wait) {
    if (over || !reader.compareAndSet(null, Thread.currentThread())) {
      wanted |= reader.get() == keeper;
      return false;
    }
    turns++;
    try {
      return !over && readUntil(wait);
    } catch (Throwable e) {
      // The worker's own thread tells what has broken, as if it had read that itself.
      failure = e;
      over = true;
      return false;
    } finally {
      leave();
    }
  }

  private boolean readUntil(Transport.Wait wait) throws IOException {
    while (!wait.isOver()) {
      long millis = wait.millis();
      if (millis <= 0) {
        return false;
      }
      byte[] frame = link.next(prefix, millis == Long.MAX_VALUE ? 0 : millis);
      if (!hand(frame) && link.hasEnded()) {
        over = true;
        return false;
      }
    }
    return true;
  }

  private void leave() {
    reader.set(null);
    needed = open.get() > 0;
    if (needed || asleep || over) {
      LockSupport.unpark(keeper);
    }
  }

  @Override
  public void wakeUp() {
    link.wakeUp();
  }

  private boolean hand(byte[] frame) {
    if (frame == null) {
      return false;
    }
    int length = frame.length - prefix.length;
    open.addAndGet(-TaskCounts.ended(ByteBuffer.wrap(frame, prefix.length, length)));
    sink.accept(frame);
    return true;
  }

  private void rethrow() throws IOException {
    Throwable broken = failure;
    if (broken instanceof IOException e) {
      throw e;
    }
    if (broken instanceof RuntimeException e) {
      throw e;
    }
    if (broken instanceof Error e) {
      throw e;
    }
  }
}
