package dev.entourage.worker;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** Recorded on the driver, once for tasks that travel together. */
@Name("dev.entourage.Ship")
@Label("Ship to Worker")
@Description("A task, classes or something else was handed over on its way to a worker")
@StackTrace(false)
final class ShipEvent extends TaskEvent {

  static Step begun(String kind) {
    return new ShipEvent().begins(kind);
  }
}
