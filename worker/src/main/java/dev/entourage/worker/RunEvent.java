package dev.entourage.worker;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** Recorded by the worker, and by the driver, for which the way there and back is part of it. */
@Name("dev.entourage.Run")
@Label("Run Task")
@Description("A worker has run a task")
@StackTrace(false)
final class RunEvent extends TaskEvent {

  static Step begun(String kind) {
    return new RunEvent().begins(kind);
  }
}
