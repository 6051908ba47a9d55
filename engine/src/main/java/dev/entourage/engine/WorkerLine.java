package dev.entourage.engine;

import dev.entourage.spi.Transport;
import dev.entourage.worker.LinkMessage;

/** The way from the driver to a worker. Thread-safe; returns at once. */
interface WorkerLine {

  void send(String host, String worker, LinkMessage message);

  /** What a worker says, for threads that wait for it. */
  default Transport.Inflow inflow(String host, String worker) {
    return Transport.Inflow.CLOSED;
  }

  /** Ends a worker without asking it. */
  void kill(String host, String worker);
}
