package dev.entourage.worker;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** Recorded by the thread that submits, so its stack tells which line of the program it was. */
@Name("dev.entourage.Prepare")
@Label("Prepare Task")
@Description("A task, or what tasks share, was made ready to travel")
@StackTrace(true)
final class PrepareEvent extends TaskEvent {

  static Step begun(String kind) {
    return new PrepareEvent().begins(kind);
  }
}
