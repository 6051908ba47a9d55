package dev.entourage.engine;

import dev.entourage.worker.LinkMessage;

/** A way to workers that hear nothing. */
final class SilentLine implements WorkerLine {

  @Override
  public void send(String host, String worker, LinkMessage message) {}

  @Override
  public void kill(String host, String worker) {}
}
