package dev.entourage.worker;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Who reads the link. A reader runs a task itself, since to wake up another thread costs more than
 * a small task takes; while it does, anybody may take the baton from it and read on. A task that
 * goes on for a moment loses it, and so does one that needs something of the driver.
 */
final class Baton {

  /** How long a task may keep the link unread, and at most twice as long, in nanoseconds. */
  private static final long TICK = 2_000_000;

  /** The same while tasks are so short that who looks at them would only be in their way. */
  private static final long LONG_TICK = 20_000_000;

  /** After so many ticks without a task nobody needs to be watched. */
  private static final int CALM = 50;

  private static final long READING = 0;

  private final Runnable nextReader;
  private final Thread watch;
  private final AtomicLong lent = new AtomicLong(READING);

  /** Counted by who has the baton. */
  private volatile long turns;

  private volatile boolean wanted;
  private volatile boolean asleep;

  /**
   * Makes a baton that its first reader has.
   *
   * @param nextReader makes another thread read; called on a thread of the baton's own
   */
  Baton(Runnable nextReader) {
    this.nextReader = nextReader;
    watch = new Thread(null, this::watch, "entourage-baton", 0, false);
    watch.setDaemon(true);
    watch.start();
  }

  /** The reader begins a task; returns what it needs to get the baton back. */
  long lend() {
    long turn = turns + 1;
    turns = turn;
    lent.set(turn);
    if (asleep) {
      LockSupport.unpark(watch);
    }
    return turn;
  }

  /** The task has ended; says whether its thread is still the one that reads. */
  boolean takeBack(long turn) {
    return lent.compareAndSet(turn, READING);
  }

  /** Somebody waits for what comes over the link. */
  void pass() {
    if (lent.get() != READING) {
      wanted = true;
      LockSupport.unpark(watch);
    }
  }

  /** Whether nobody has begun a task for a while. */
  boolean isAsleep() {
    return asleep;
  }

  private void watch() {
    long seen = READING;
    long before = turns;
    int calm = 0;
    Pace pace = new Pace(TICK, LONG_TICK);
    while (true) {
      boolean asked = wanted;
      wanted = false;
      long now = lent.get();
      if (now != READING && (asked || now == seen) && lent.compareAndSet(now, READING)) {
        nextReader.run();
      }
      seen = now;
      long since = turns - before;
      before += since;
      calm = since == 0 ? calm + 1 : 0;
      if (calm < CALM) {
        LockSupport.parkNanos(this, pace.after(since));
      } else {
        sleep();
        calm = 0;
      }
    }
  }

  private void sleep() {
    asleep = true;
    if (lent.get() == READING) {
      LockSupport.park(this);
    }
    asleep = false;
  }
}
