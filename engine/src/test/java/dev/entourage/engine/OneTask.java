package dev.entourage.engine;

import dev.entourage.RemoteCallable;

/** A task that mentions no other class. */
record OneTask() implements RemoteCallable<Integer> {

  @Override
  public Integer call() {
    return 1;
  }
}
