package dev.entourage.worker;

import dev.entourage.worker.LinkMessage.Parcel;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A task that this worker was given and hasn't answered, so that it can be cancelled. */
final class RunningTask {

  private enum Stage {
    WAITS,
    BEGUN,
    /** It was cancelled or given back before it began. */
    GONE
  }

  private final Parcel parcel;
  private final Generations generations;
  private final AtomicInteger children = new AtomicInteger();
  private BatchRun batch;
  private Stage stage = Stage.WAITS;
  private TaskThread thread;
  private boolean parked;
  private boolean inInitialiser;

  RunningTask(Parcel parcel, Generations generations) {
    this.parcel = parcel;
    this.generations = generations;
  }

  Parcel parcel() {
    return parcel;
  }

  Generation generation() {
    return generations.of(parcel.manifest());
  }

  /** Called before it begins. */
  void comesIn(BatchRun others) {
    batch = others;
  }

  /** Lets nothing wait behind it. */
  void giveBackOthers() {
    if (batch != null) {
      batch.giveBack();
    }
  }

  /** How many tasks that it has submitted haven't ended. */
  AtomicInteger children() {
    return children;
  }

  /** For the one thread that watches; says whether that has changed. */
  boolean park(boolean waits) {
    boolean changed = parked != waits;
    parked = waits;
    return changed;
  }

  /** For the one thread that watches. */
  boolean isWatched() {
    return parked || children.get() > 0;
  }

  /** Says whether it does nothing but wait, while tasks of its own are under way. */
  synchronized boolean waits() {
    return children.get() > 0 && thread != null && isWaiting(thread.getState());
  }

  /**
   * Says whether it does nothing but wait, whatever for: a thread that waits for a socket or a file
   * seems to run, within the JDK's native code.
   */
  synchronized boolean isIdle() {
    if (thread == null || thread.getState() != Thread.State.RUNNABLE) {
      return thread != null;
    }
    StackTraceElement[] stack = thread.getStackTrace();
    return stack.length > 0 && stack[0].isNativeMethod();
  }

  private static boolean isWaiting(Thread.State state) {
    return state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING;
  }

  /** Called by the task's thread; false when the task must not begin. */
  synchronized boolean begin(TaskThread runner) {
    if (stage == Stage.GONE) {
      return false;
    }
    stage = Stage.BEGUN;
    thread = runner;
    runner.runs(this);
    return true;
  }

  /** Keeps it from beginning; false when it has begun, or was kept from it before. */
  synchronized boolean withdraw() {
    boolean waits = stage == Stage.WAITS;
    stage = waits ? Stage.GONE : stage;
    return waits;
  }

  synchronized Optional<TaskThread> thread() {
    return Optional.ofNullable(thread);
  }

  /** Called by the thread that reads the link; one that has ended is left alone. */
  synchronized void interrupt() {
    if (thread != null) {
      inInitialiser |= initialises(thread);
      thread.interrupt();
      // It may have come there in between.
      inInitialiser |= initialises(thread);
    }
  }

  /**
   * Says whether it was interrupted while it initialised a class, which in this JVM may never be
   * usable again.
   */
  synchronized boolean mayHaveBrokenAClass() {
    return inInitialiser;
  }

  private static boolean initialises(Thread thread) {
    return Arrays.stream(thread.getStackTrace())
        .anyMatch(frame -> frame.getMethodName().equals("<clinit>") && isUsers(frame));
  }

  /** The JDK's own initialisers and ours don't wait for anything. */
  private static boolean isUsers(StackTraceElement frame) {
    String loader = frame.getClassLoaderName();
    return loader != null && loader.startsWith("entourage-");
  }

  /** Called by the task's thread: no interrupt of ours comes any more. */
  synchronized void end() {
    thread.runs(null);
    thread = null;
  }
}
