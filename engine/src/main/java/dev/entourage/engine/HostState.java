package dev.entourage.engine;

import dev.entourage.worker.BusMessage.Greeting;

/** What a pool knows of one host. For the pool's control thread alone. */
final class HostState {

  private final String name;
  private final Restarts restarts = new Restarts();
  private boolean silent = true;
  private boolean overdue;
  private int room;
  private int share;
  private int java;
  private int processors;
  private int workers;
  private int starting;
  private int owed;

  HostState(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  Restarts restarts() {
    return restarts;
  }

  void greeted(Greeting greeting) {
    silent = false;
    room = greeting.capacity();
    share = greeting.share();
    java = Runtime.Version.parse(greeting.javaVersion()).feature();
    processors = greeting.processors();
  }

  /** Whether its greeting is worth waiting for. */
  boolean isAwaited() {
    return silent && !overdue;
  }

  /** It didn't answer for long: the others don't wait for it any more. */
  void overdue() {
    overdue = true;
  }

  /** The first number of its Java's version. */
  int java() {
    return java;
  }

  int workers() {
    return workers;
  }

  boolean hasRoom() {
    return takesAnother() && room > 0;
  }

  /** Whether the host is full, and other sessions must give workers back when this one asks. */
  boolean hasClaim() {
    return takesAnother() && workers < share;
  }

  private boolean takesAnother() {
    return !silent && !restarts.isPaused() && !(restarts.isTrial() && starting > 0);
  }

  /** Whether no worker of it is to be expected. */
  boolean isHopeless() {
    return starting == 0 && (restarts.isHopeless() || silent && overdue);
  }

  /** More workers than processors are started only when a pool asks for a number. */
  boolean isCrowded() {
    return workers >= processors;
  }

  void begun() {
    room = Math.max(0, room - 1);
    workers++;
    starting++;
  }

  void started() {
    starting--;
    restarts.succeeded();
  }

  /** A worker was refused: there is no more until the host greets again. */
  void full() {
    workers--;
    room = 0;
    share = Math.min(share, workers);
    starting--;
  }

  void ended(boolean wasStarted) {
    room++;
    workers--;
    starting -= wasStarted ? 0 : 1;
  }

  /**
   * The host wants workers back.
   *
   * @param now how many end
   * @param later how many shall, as soon as they have started
   */
  void reclaimed(int now, int later) {
    workers -= now;
    owed += later;
    room = 0;
    share = Math.min(share, workers);
  }

  /** Tells how many of those a worker that has just started stands for: one or none. */
  int paysBack() {
    int pays = Math.min(1, owed);
    owed -= pays;
    return pays;
  }
}
