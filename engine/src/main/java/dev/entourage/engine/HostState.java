package dev.entourage.engine;

import dev.entourage.worker.BusMessage.Greeting;

/** What a pool knows of one host. For the pool's control thread alone. */
final class HostState {

  private final String name;
  private boolean silent = true;
  private int room;
  private int processors;
  private int workers;

  HostState(String name) {
    this.name = name;
  }

  String name() {
    return name;
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

  boolean hasRoom() {
    return room > 0;
  }

  /** More workers than processors are started only when a pool asks for a number. */
  boolean isCrowded() {
    return workers >= processors;
  }

  void begun() {
    room--;
    workers++;
  }

  void full() {
    room = 0;
    workers--;
  }

  void ended() {
    room++;
    workers--;
  }
}
