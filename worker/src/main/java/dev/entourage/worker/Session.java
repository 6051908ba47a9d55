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
import dev.entourage.worker.LinkMessage.Recall;
import java.io.IOException;
import java.net.SocketException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * One driver's life in this worker. Whoever has the {@link Baton} reads the link: the link is read
 * while tasks run, and while class loading waits for answers.
 */
final class Session {

  private final Link link;
  private final Questions questions;
  private final Generations generations;
  private final TaskRunner tasks;
  private final CompletableFuture<Void> end = new CompletableFuture<>();

  private Session(Link link, Begin begin) {
    this.link = link;
    Baton baton = new Baton(this::readOn);
    questions = new Questions(link, baton);
    SessionLoaders loaders =
        new SessionLoaders(
            KeptCode.in(begin.code(), questions), InheritedJars.loader(begin, questions));
    NestedCalls nested = new NestedCalls(questions, begin.cap());
    RemoteWorkers own = new RemoteWorkers(nested);
    generations = new Generations(loaders, Backends.require(begin.backend()), questions, own);
    tasks = new TaskRunner(link, baton, generations, questions, nested, begin);
  }

  static Session open(Link link) throws IOException {
    if (!(link.receive() instanceof Begin begin)) {
      throw new FrameException("A host must begin a session after its proof");
    }
    link.cap(begin.cap());
    // Who sits in read() of a Unix-domain socket is also woken up when the peer takes a reply: more
    // often than every other task, and just when the peer is to go on. A selector lets it sleep.
    link.unblock();
    Session session = new Session(link, begin);
    link.send(new Ready(System.getProperty("java.version")));
    return session;
  }

  /** Serves until the host says so or goes. */
  void serve() throws IOException {
    readOn();
    try {
      end.get();
    } catch (InterruptedException e) {
      // Nobody interrupts this thread but who wants the session to end.
    } catch (ExecutionException e) {
      throwUnlessHostDied(e.getCause());
    } finally {
      questions.end();
    }
  }

  private static void throwUnlessHostDied(Throwable failure) throws IOException {
    if (failure instanceof SocketException) {
      return; // The same as the end of the link.
    }
    if (failure instanceof IOException broken) {
      throw broken;
    }
    throw failure instanceof FrameException damaged ? damaged : new IllegalStateException(failure);
  }

  private void readOn() {
    tasks.read(this::read);
  }

  /** The JDK closes a socket under a thread that is interrupted while it reads. */
  private void read() {
    TaskThread thread = (TaskThread) Thread.currentThread();
    thread.beginReply();
    try {
      while (readsOnAfter(link.receive())) {
        // It has the baton.
      }
    } catch (Throwable e) {
      end.completeExceptionally(e);
    } finally {
      thread.endReply();
    }
  }

  private boolean readsOnAfter(LinkMessage message) {
    if (message == null || message instanceof Bye) {
      end.complete(null);
      return false;
    }
    if (message instanceof Parcel parcel) {
      return tasks.start(parcel);
    }
    if (message instanceof Batch batch) {
      return tasks.start(batch);
    }
    handle(message);
    return true;
  }

  private void handle(LinkMessage message) {
    if (message instanceof Answer answer) {
      questions.answered(answer.id(), answer);
    } else if (message instanceof CodeAnswer answer) {
      questions.answered(answer.id(), answer);
    } else if (message instanceof Cancel cancel) {
      tasks.cancel(cancel);
    } else if (message instanceof Recall) {
      tasks.recall();
    } else if (message instanceof Forget forget) {
      generations.forget(forget.shared());
    } else {
      throw new FrameException(
          "A driver must not send what only workers say: " + message.getClass().getSimpleName());
    }
  }
}
