package dev.entourage.worker;

import dev.entourage.preparer.Digest;
import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;

/** What all our events tell. What an event knows nothing of stays 0 or null. */
@Category("Entourage")
abstract class TaskEvent extends Event implements Step {

  @Label("Kind")
  @Description("What was prepared or shipped, or who saw the task run")
  String kind;

  @Label("Task")
  @Description("Its number within the pool; below 0 when a task has submitted it, 0 for no task")
  long task;

  @Label("Tasks")
  @Description("How many are shipped together, of which this is the first; 0 elsewhere")
  int tasks;

  @Label("Attempt")
  @Description("1 for the first worker that it was given to")
  int attempt;

  @Label("Worker")
  @Description("The worker's name within the pool")
  String worker;

  @Label("Manifest")
  @Description("The id of the task's classes")
  String manifest;

  @Label("Classes")
  @Description("How many classes travel with a task, or were sent to a worker")
  int classes;

  @Label("Bytes")
  @Description("Of what was encoded or sent; when a task has run, of its result")
  @DataAmount
  long bytes;

  @Label("Backend")
  @Description("What encodes tasks and results")
  String backend;

  @Label("Outcome")
  @Description("How it ended")
  String outcome;

  /** Begins this event, unless no recording wants its kind. */
  final Step begins(String what) {
    if (!isEnabled()) {
      return UNSEEN;
    }
    kind = what;
    begin();
    return this;
  }

  @Override
  public final boolean isRecorded() {
    return true;
  }

  @Override
  public final Step task(long number, int which) {
    task = number;
    attempt = which;
    return this;
  }

  @Override
  public final Step tasks(int count) {
    tasks = count;
    return this;
  }

  @Override
  public final Step worker(String name) {
    worker = name;
    return this;
  }

  @Override
  public final Step backend(String id) {
    backend = id;
    return this;
  }

  @Override
  public final Step manifest(Digest id) {
    manifest = id.toString();
    return this;
  }

  @Override
  public final Step classes(int count) {
    classes = count;
    return this;
  }

  @Override
  public final Step bytes(long count) {
    bytes = count;
    return this;
  }

  @Override
  public final void end(String how) {
    end();
    if (shouldCommit()) {
      outcome = how;
      commit();
    }
  }
}
