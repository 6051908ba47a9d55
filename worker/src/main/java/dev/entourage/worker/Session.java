package dev.entourage.worker;

import dev.entourage.preparer.SessionLoaders;
import dev.entourage.worker.LinkMessage.Answer;
import dev.entourage.worker.LinkMessage.Batch;
import dev.entourage.worker.LinkMessage.Begin;
import dev.entourage.worker.LinkMessage.Bye;
import dev.entourage.worker.LinkMessage.Cancel;
import dev.entourage.worker.LinkMessage.CodeAnswer;
import dev.entourage.worker.LinkMessage.Forget;
import dev.entourage.worker.LinkMessage.Parcel;
import dev.entourage.worker.LinkMessage.Ready;
import java.io.IOException;
import java.net.SocketException;

/**
 * One driver's life in this worker. The thread that reads the link only hands on: it stays free
 * while tasks run, and while class loading waits for answers.
 */
final class Session {

  private final Link link;
  private final Questions questions;
  private final Generations generations;
  private final TaskRunner tasks;

  private Session(Link link, Begin begin) {
    this.link = link;
    questions = new Questions(link);
    SessionLoaders loaders =
        new SessionLoaders(
            KeptCode.in(begin.code(), questions), InheritedJars.loader(begin, questions));
    NestedCalls nested = new NestedCalls(questions, begin.cap());
    RemoteWorkers own = new RemoteWorkers(nested);
    generations = new Generations(loaders, Backends.require(begin.backend()), questions, own);
    tasks = new TaskRunner(link, generations, questions, nested, begin);
  }

  static Session open(Link link) throws IOException {
    if (!(link.receive() instanceof Begin begin)) {
      throw new FrameException("A host must begin a session after its proof");
    }
    link.cap(begin.cap());
    Session session = new Session(link, begin);
    link.send(new Ready(System.getProperty("java.version")));
    return session;
  }

  /** Serves until the host says so or goes. */
  void serve() throws IOException {
    try {
      LinkMessage message = link.receive();
      while (message != null && !(message instanceof Bye)) {
        handle(message);
        message = link.receive();
      }
    } catch (SocketException e) {
      // The host died: the same as the end of the link.
    } finally {
      questions.end();
    }
  }

  private void handle(LinkMessage message) {
    if (message instanceof Parcel parcel) {
      tasks.start(parcel);
    } else if (message instanceof Batch batch) {
      tasks.start(batch);
    } else if (message instanceof Answer answer) {
      questions.answered(answer.id(), answer);
    } else if (message instanceof CodeAnswer answer) {
      questions.answered(answer.id(), answer);
    } else if (message instanceof Cancel cancel) {
      tasks.cancel(cancel);
    } else if (message instanceof Forget forget) {
      generations.forget(forget.shared());
    } else {
      throw new FrameException(
          "A driver must not send what only workers say: " + message.getClass().getSimpleName());
    }
  }
}
