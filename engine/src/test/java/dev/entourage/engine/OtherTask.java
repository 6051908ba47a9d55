package dev.entourage.engine;

import dev.entourage.RemoteCallable;

/** Another task that mentions no other class. */
record OtherTask() implements RemoteCallable<Integer> {

  @Override
  public Integer call() {
    return 2;
  }
}
