package dev.entourage.worker;

import dev.entourage.CodeUnavailableException;
import dev.entourage.EntourageException;
import dev.entourage.MarshallingException;
import dev.entourage.RemoteTaskException;
import dev.entourage.TaskTimeoutException;
import dev.entourage.WorkerLostException;
import dev.entourage.preparer.Codec;
import dev.entourage.worker.LinkMessage.Failure;
import dev.entourage.worker.LinkMessage.Refused;
import dev.entourage.worker.LinkMessage.Reply;
import dev.entourage.worker.LinkMessage.Result;
import dev.entourage.worker.LinkMessage.Thrown;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * Turns replies into what the submitter of a task gets, with the submitter's own classes. Runs user
 * code, such as a readResolve.
 *
 * @since 0.1
 */
public final class ReplyReader {

  private ReplyReader() {}

  /**
   * Reads a reply.
   *
   * @param codec decodes with the submitter's classes
   * @param worker the name of the worker that ran the task
   * @param reply what it said
   * @return the task's result
   * @throws EntourageException the task's failure
   */
  public static Object read(Codec codec, String worker, Reply reply) {
    if (!(reply instanceof Result result)) {
      throw failure(codec, worker, reply);
    }
    try {
      return codec.decode(result.bytes());
    } catch (EntourageException e) {
      throw e;
    } catch (RuntimeException | Error e) {
      throw new MarshallingException("A result of worker " + worker + " could not be decoded", e);
    }
  }

  private static RuntimeException failure(Codec codec, String worker, Reply reply) {
    return reply instanceof Thrown thrown
        ? thrown(codec, worker, thrown)
        : refused(worker, (Refused) reply);
  }

  private static RemoteTaskException thrown(Codec codec, String worker, Thrown thrown) {
    Throwable cause = thrown.exception().map(bytes -> cause(codec, bytes)).orElse(null);
    return remote("A task threw", cause, worker, thrown.data());
  }

  /** An exception that can't be rebuilt arrives as data only. */
  private static Throwable cause(Codec codec, ByteBuffer bytes) {
    try {
      return (Throwable) codec.decode(bytes);
    } catch (RuntimeException | LinkageError e) {
      return null;
    }
  }

  private static RuntimeException refused(String worker, Refused refused) {
    Failure data = refused.data();
    return switch (refused.reason()) {
      case CODE_UNAVAILABLE ->
          new CodeUnavailableException(
              "The classes of a task could not be had: " + text(data), detail(worker, data));
      case RESULT_REFUSED ->
          new MarshallingException(
              "The result of a task can't travel: " + text(data), detail(worker, data));
      case TASK_UNREADABLE ->
          new MarshallingException(
              "A task could not be decoded: " + text(data), detail(worker, data));
      case WORKERS_LOST -> new WorkerLostException(data.message(), List.of());
      case TIMED_OUT -> new TaskTimeoutException(data.message());
      case DROPPED -> new CancellationException(data.message());
    };
  }

  private static RemoteTaskException detail(String worker, Failure data) {
    return remote("On the worker", null, worker, data);
  }

  private static RemoteTaskException remote(
      String what, Throwable cause, String worker, Failure data) {
    String words = data.message().isEmpty() ? "" : ": " + data.message();
    String message = what + " on worker " + worker + ": " + data.type() + words;
    return new RemoteTaskException(message, cause, worker, data.type(), data.stack());
  }

  private static String text(Failure data) {
    return data.message().isEmpty() ? data.type() : data.message();
  }
}
