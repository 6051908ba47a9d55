package dev.entourage.engine;

import dev.entourage.worker.BusMessage.Greeting;

/** What a pool knows of one host. For the pool's control thread alone. */
final class HostState {

  private final String name;
  private final Restarts restarts = new Restarts();
  private boolean silent = true;
  private int room;
  private int processors;
  private int workers;
  private int starting;

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
    processors = greeting.processors();
  }

  boolean isSilent() {
    return silent;
  }

  int workers() {
    return workers;
  }

  boolean isStarting() {
    return starting > 0;
  }

  boolean takesAnother() {
    return room > 0 && !restarts.isPaused() && !(restarts.isTrial() && isStarting());
  }

  /** More workers than processors are started only when a pool asks for a number. */
  boolean isCrowded() {
    return workers >= processors;
  }

  void begun() {
    room--;
    workers++;
    starting++;
  }

  void started() {
    starting--;
    restarts.succeeded();
  }

  void full() {
    room = 0;
    workers--;
    starting--;
  }

  void ended(boolean wasStarted) {
    room++;
    workers--;
    starting -= wasStarted ? 0 : 1;
  }
}
