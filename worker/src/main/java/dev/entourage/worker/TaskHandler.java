package dev.entourage.worker;

import dev.entourage.CodeUnavailableException;
import dev.entourage.MarshallingException;
import dev.entourage.PreparationException;
import dev.entourage.RemoteRunnable;
import dev.entourage.preparer.Codec;
import dev.entourage.worker.LinkMessage.Begun;
import dev.entourage.worker.LinkMessage.Failure;
import dev.entourage.worker.LinkMessage.Parcel;
import dev.entourage.worker.LinkMessage.Reason;
import dev.entourage.worker.LinkMessage.Refused;
import dev.entourage.worker.LinkMessage.Reply;
import dev.entourage.worker.LinkMessage.Result;
import dev.entourage.worker.LinkMessage.Thrown;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/** A task's way through this worker. Nothing that a task throws gets past it. */
final class TaskHandler {

  /** What a reply's frame needs besides the result. */
  private static final int HEADROOM = 64;

  private final Generations generations;
  private final Consumer<LinkMessage> news;
  private final int cap;

  TaskHandler(Generations generations, Consumer<LinkMessage> news, int cap) {
    this.generations = generations;
    this.news = news;
    this.cap = cap;
  }

  /**
   * Does all of it.
   *
   * @param decoded is given the task's bytes when nobody needs them any more; not after a failure
   */
  Reply handle(Parcel parcel, Consumer<ByteBuffer> decoded) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try {
      Generation generation = generations.of(parcel.manifest());
      thread.setContextClassLoader(generation.loader());
      if (parcel.timed()) {
        news.accept(new Begun(parcel.task(), parcel.attempt()));
      }
      return runIn(generation, parcel, decoded);
    } catch (Throwable e) {
      return refused(parcel, Reason.CODE_UNAVAILABLE, e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Answers for a task that was cancelled before it began. Nobody waits for the answer's text. */
  static Reply cancelled(Parcel parcel) {
    Throwable e = new CancellationException("The task was cancelled before it began");
    return new Thrown(parcel.task(), parcel.attempt(), Failures.of(e), Optional.empty());
  }

  private Reply runIn(Generation generation, Parcel parcel, Consumer<ByteBuffer> decoded) {
    try {
      Callable<Reply> body = () -> runWithStatics(generation, parcel, decoded);
      return parcel.isNested()
          ? generation.statics().runNested(parcel.statics(), body)
          : generation.statics().run(parcel.statics(), body);
    } catch (InterruptedException e) {
      return thrown(parcel, generation, e);
    } catch (Throwable e) {
      return refused(parcel, unreadable(e), generation.explained(e));
    }
  }

  /**
   * Decoding may run code that reads static fields, and the result may refer to their objects: so
   * all of it is done before anybody may set them.
   */
  private Reply runWithStatics(Generation generation, Parcel parcel, Consumer<ByteBuffer> decoded) {
    Object task;
    try {
      task = generation.codec().decode(parcel.bytes());
      decoded.accept(parcel.bytes());
    } catch (Throwable e) {
      return refused(parcel, unreadable(e), generation.explained(e));
    }
    Object result;
    try {
      result = run(task);
    } catch (Throwable e) {
      return thrown(parcel, generation, e);
    }
    return result(parcel, generation, result);
  }

  private static Object run(Object task) throws Exception {
    if (task instanceof Apply apply) {
      return apply.run();
    }
    if (task instanceof Callable<?> callable) {
      return callable.call();
    }
    if (task instanceof RemoteRunnable runnable) {
      runnable.run();
    } else {
      ((Runnable) task).run();
    }
    return null;
  }

  private Reply result(Parcel parcel, Generation generation, Object result) {
    try {
      ByteBuffer bytes = generation.codec().encode(result);
      requireFits(bytes);
      return new Result(parcel.task(), parcel.attempt(), bytes);
    } catch (Throwable e) {
      return refused(parcel, Reason.RESULT_REFUSED, generation.explained(e));
    }
  }

  private Reply thrown(Parcel parcel, Generation generation, Throwable e) {
    Failure data = Failures.of(generation.explained(e));
    return new Thrown(parcel.task(), parcel.attempt(), data, encoded(generation.codec(), e));
  }

  private Optional<ByteBuffer> encoded(Codec codec, Throwable e) {
    try {
      ByteBuffer bytes = codec.encode(e);
      requireFits(bytes);
      return Optional.of(bytes);
    } catch (Throwable refused) {
      return Optional.empty();
    }
  }

  private void requireFits(ByteBuffer bytes) {
    if (bytes.remaining() > cap - HEADROOM - Failures.LONGEST) {
      throw new MarshallingException(
          "A result must fit into one frame: bytes=" + bytes.remaining() + ", limit=" + cap);
    }
  }

  private static Reason unreadable(Throwable e) {
    return e instanceof CodeUnavailableException ? Reason.CODE_UNAVAILABLE : Reason.TASK_UNREADABLE;
  }

  private static Reply refused(Parcel parcel, Reason reason, Throwable e) {
    String path = e instanceof PreparationException refusal ? refusal.path() : "";
    return new Refused(parcel.task(), parcel.attempt(), reason, path, Failures.of(e));
  }
}
