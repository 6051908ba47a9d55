package dev.entourage.worker;

import dev.entourage.worker.LinkMessage.Refused;
import dev.entourage.worker.LinkMessage.Reply;
import dev.entourage.worker.LinkMessage.Result;
import dev.entourage.worker.LinkMessage.Thrown;
import java.util.Optional;
import jdk.jfr.FlightRecorder;

/**
 * Begins the steps that Java Flight Recorder hears of: {@code dev.entourage.Prepare}, {@code
 * dev.entourage.Ship} and {@code dev.entourage.Run}. Their fields are those of {@link TaskEvent}.
 * Where nobody has ever started a recording in this JVM, or its Java is without {@code jdk.jfr}, no
 * class of an event is loaded, and a step costs a look at a flag. Thread-safe.
 *
 * @since 0.1
 */
public final class Steps {

  /** A {@link #run} as the worker sees it: decoding, running, encoding. */
  public static final String ON_WORKER = "on the worker";

  /** A {@link #run} as the driver sees it: from the task's way there to the answer's arrival. */
  public static final String AS_SENT = "as the driver sees it";

  /** Our module can do without it, and a Java that somebody has linked may. */
  private static final boolean THERE = isThere();

  private Steps() {}

  /**
   * Says whether a recording was ever started in this JVM.
   *
   * @return true when steps may be recorded
   */
  public static boolean areHeard() {
    return THERE && FlightRecorder.isInitialized();
  }

  /**
   * Something is prepared and encoded.
   *
   * @param kind what it is
   * @return the step
   */
  public static Step prepare(String kind) {
    return areHeard() ? PrepareEvent.begun(kind) : Step.UNSEEN;
  }

  /**
   * Something is handed to the transport.
   *
   * @param kind what it is
   * @return the step
   */
  public static Step ship(String kind) {
    return areHeard() ? ShipEvent.begun(kind) : Step.UNSEEN;
  }

  /**
   * An attempt of a task runs.
   *
   * @param kind who sees it
   * @return the step
   */
  public static Step run(String kind) {
    return areHeard() ? RunEvent.begun(kind) : Step.UNSEEN;
  }

  /**
   * An attempt has been answered.
   *
   * @param step what {@link #run} returned
   * @param reply the answer
   */
  public static void end(Step step, Reply reply) {
    if (step.isRecorded()) {
      step.bytes(reply instanceof Result result ? result.bytes().remaining() : 0)
          .end(outcome(reply));
    }
  }

  /** Without a lambda, which would be the first of many a JVM and cost tens of milliseconds. */
  private static boolean isThere() {
    Optional<Module> recorder = ModuleLayer.boot().findModule("jdk.jfr");
    return recorder.isPresent() && Steps.class.getModule().canRead(recorder.get());
  }

  private static String outcome(Reply reply) {
    if (reply instanceof Thrown thrown) {
      return "threw " + thrown.data().type();
    }
    return reply instanceof Refused refused ? "refused " + refused.reason() : "returned";
  }
}
