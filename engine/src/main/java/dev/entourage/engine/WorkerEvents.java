package dev.entourage.engine;

import dev.entourage.worker.BusCodec;
import dev.entourage.worker.BusMessage.ToDriver;
import dev.entourage.worker.BusMessage.WorkerLost;

/** Hears what a worker process does, on its threads. */
interface WorkerEvents {

  /** Something for the driver, as a whole frame. */
  void said(byte[] frame);

  /** The process has ended; the last call for a worker. */
  void lost(WorkerProcess worker, WorkerLost message);

  default void said(ToDriver message) {
    said(BusCodec.encode(message));
  }
}
