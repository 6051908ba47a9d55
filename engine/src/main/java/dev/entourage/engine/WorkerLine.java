package dev.entourage.engine;

import dev.entourage.worker.LinkMessage;

/** The way from the driver to a worker. Thread-safe; returns at once. */
interface WorkerLine {

  void send(String host, String worker, LinkMessage message);

  /** Ends a worker without asking it. */
  void kill(String host, String worker);
}
