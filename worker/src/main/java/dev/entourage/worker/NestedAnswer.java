package dev.entourage.worker;

import dev.entourage.CodeUnavailableException;
import dev.entourage.worker.BusMessage.FromWorker;
import dev.entourage.worker.LinkMessage.Answer;
import dev.entourage.worker.LinkMessage.Reply;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/**
 * The end of a task that a task has submitted. It is decoded on a thread of our own, with the
 * classes of the task that submitted it.
 *
 * @param generation decodes
 * @param future ends
 */
record NestedAnswer(Generation generation, NestedFuture<Object> future) implements Asked {

  private static final Executor THREADS = Executors.newCachedThreadPool(NestedAnswer::thread);

  @Override
  public void answered(LinkMessage message) {
    THREADS.execute(() -> end((Answer) message));
  }

  @Override
  public void failed(CodeUnavailableException why) {
    THREADS.execute(() -> future.threw(why));
  }

  /** What users hang on the future runs here, and finds their classes. */
  private void end(Answer answer) {
    Thread.currentThread().setContextClassLoader(generation.loader());
    try {
      future.returned(value(answer));
    } catch (Throwable e) {
      future.threw(e);
    } finally {
      Thread.currentThread().setContextClassLoader(null);
    }
  }

  private Object value(Answer answer) {
    FromWorker relayed = (FromWorker) BusCodec.decode(bytes(answer));
    Reply reply = (Reply) LinkCodec.decode(relayed.frame());
    return ReplyReader.read(generation.codec(), relayed.worker(), reply);
  }

  private static byte[] bytes(Answer answer) {
    byte[] frame = new byte[answer.bytes().orElseThrow().remaining()];
    answer.bytes().orElseThrow().duplicate().get(frame);
    return frame;
  }

  private static Thread thread(Runnable body) {
    Thread thread = new Thread(null, body, "entourage-nested", 0, false);
    thread.setDaemon(true);
    return thread;
  }
}
