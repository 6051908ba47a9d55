package dev.entourage.engine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/**
 * All that the pools of this JVM have under way, in one line of the terminal. It comes when that
 * takes longer than half a second, and goes when nothing is under way. Thread-safe; a thread of its
 * own draws, since a terminal may make it wait.
 */
final class ProgressBar {

  /** What is done sooner needs no bar, in milliseconds. */
  static final long SOON = 500;

  /** Calls in a row count as one, in milliseconds. */
  static final long PAUSE = 300;

  private static final long TICK = 100;

  private final Screen screen;
  private final LongSupplier clock;
  private final Map<Object, IntSupplier> pools = new HashMap<>();
  private final Set<BarCall> open = new HashSet<>();
  private long pastDone;
  private long pastFailed;
  private long began;
  private long idle;
  private boolean resting = true;

  /**
   * Makes a bar that nobody draws.
   *
   * @param screen where it is drawn
   * @param clock the time in milliseconds
   */
  ProgressBar(Screen screen, LongSupplier clock) {
    this.screen = screen;
    this.clock = clock;
  }

  /** Returns the bar of this JVM, where it was asked for. */
  static Optional<ProgressBar> asAsked() {
    return Shown.BAR;
  }

  synchronized void opened(Object pool, IntSupplier workers) {
    pools.put(pool, workers);
  }

  /** When no pool is left, the line is gone when this method returns. */
  void closed(Object pool) {
    synchronized (this) {
      pools.remove(pool);
    }
    draw();
  }

  /** Makes what hears of a call; it is shown from its first task on. */
  BarCall call(long total) {
    return new BarCall(this, total);
  }

  synchronized void begin(BarCall call) {
    long now = clock.getAsLong();
    if (open.isEmpty() && (resting || now - idle > PAUSE)) {
      pastDone = 0;
      pastFailed = 0;
      began = now;
      resting = false;
      notifyAll();
    }
    open.add(call);
  }

  synchronized void end(BarCall call) {
    if (open.remove(call)) {
      pastDone += call.done();
      pastFailed += call.failed();
      idle = clock.getAsLong();
    }
  }

  /** Brings the line up to date. Locks the screen first: who comes later knows more. */
  void draw() {
    synchronized (screen) {
      text().ifPresentOrElse(screen::show, screen::clear);
    }
  }

  private synchronized Optional<BarText> text() {
    long now = clock.getAsLong();
    resting = open.isEmpty() && (pools.isEmpty() || now - idle > PAUSE);
    if (resting || now - began < SOON) {
      return Optional.empty();
    }
    long done = pastDone + open.stream().mapToLong(BarCall::done).sum();
    long failed = pastFailed + open.stream().mapToLong(BarCall::failed).sum();
    boolean known = open.stream().allMatch(call -> call.total() >= 0);
    long total = known ? pastDone + open.stream().mapToLong(BarCall::total).sum() : -1;
    int workers = pools.values().stream().mapToInt(IntSupplier::getAsInt).sum();
    return Optional.of(new BarText(done, failed, total, now - began, workers));
  }

  private void drawForGood() {
    try {
      while (true) {
        awaitWork();
        Thread.sleep(TICK);
        draw();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void awaitWork() throws InterruptedException {
    while (resting) {
      wait();
    }
  }

  /** Loaded when the first pool is opened. */
  private static final class Shown {

    static final Optional<ProgressBar> BAR = Screen.asAsked().map(Shown::start);

    private static ProgressBar start(Screen screen) {
      ProgressBar bar = new ProgressBar(screen, () -> System.nanoTime() / 1_000_000);
      Threads.start("entourage-bar", bar::drawForGood);
      return bar;
    }
  }
}
