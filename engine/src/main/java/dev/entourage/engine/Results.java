package dev.entourage.engine;

import dev.entourage.CodeUnavailableException;
import dev.entourage.EntourageException;
import dev.entourage.MarshallingException;
import dev.entourage.RemoteTaskException;
import dev.entourage.preparer.CodeLibrary;
import dev.entourage.preparer.Codec;
import dev.entourage.preparer.Digest;
import dev.entourage.preparer.FormKind;
import dev.entourage.preparer.NormalForms;
import dev.entourage.spi.NormalForm;
import dev.entourage.spi.SerializationBackend;
import dev.entourage.worker.LinkMessage.Failure;
import dev.entourage.worker.LinkMessage.Reason;
import dev.entourage.worker.LinkMessage.Refused;
import dev.entourage.worker.LinkMessage.Reply;
import dev.entourage.worker.LinkMessage.Result;
import dev.entourage.worker.LinkMessage.Thrown;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns replies into ends of futures, with the driver's own classes of the task. Runs user code
 * (such as a readResolve), so never on an event loop. Thread-safe.
 */
final class Results {

  private static final int KEPT = 100;

  private final SerializationBackend backend;
  private final CodeLibrary library;
  private final List<FormKind> kinds;
  private final Map<Digest, Codec> codecs = new LinkedHashMap<>(16, 0.75f, true);

  Results(SerializationBackend backend, CodeLibrary library, List<FormKind> kinds) {
    this.backend = backend;
    this.library = library;
    this.kinds = kinds;
  }

  /** Ends the future of a task, whatever the reply holds. */
  void end(Ticket ticket, String worker, Reply reply) {
    try {
      if (reply instanceof Result result) {
        ticket.future().complete(codec(ticket).decode(result.bytes()));
      } else {
        ticket.fail(failure(ticket, worker, reply));
      }
    } catch (Throwable e) {
      ticket.fail(e instanceof EntourageException ? e : unreadable(worker, e));
    }
  }

  synchronized void close() {
    codecs.values().forEach(Codec::close);
  }

  private EntourageException failure(Ticket ticket, String worker, Reply reply) {
    return reply instanceof Thrown thrown
        ? thrown(ticket, worker, thrown)
        : refused(worker, (Refused) reply);
  }

  private RemoteTaskException thrown(Ticket ticket, String worker, Thrown thrown) {
    Throwable cause = thrown.exception().map(bytes -> cause(ticket, bytes)).orElse(null);
    return remote("A task threw", cause, worker, thrown.data());
  }

  private Throwable cause(Ticket ticket, ByteBuffer bytes) {
    try {
      return (Throwable) codec(ticket).decode(bytes);
    } catch (RuntimeException | LinkageError e) {
      Log.LOG.debug("The exception of a task arrived as data only", e);
      return null;
    }
  }

  private static EntourageException refused(String worker, Refused refused) {
    Failure data = refused.data();
    RemoteTaskException detail = remote("On the worker", null, worker, data);
    if (refused.reason() == Reason.CODE_UNAVAILABLE) {
      return new CodeUnavailableException(
          "The classes of a task could not be had: " + text(data), detail);
    }
    String what =
        refused.reason() == Reason.RESULT_REFUSED
            ? "The result of a task can't travel: "
            : "A task could not be decoded: ";
    return new MarshallingException(what + text(data), detail);
  }

  private static RemoteTaskException remote(
      String what, Throwable cause, String worker, Failure data) {
    String message = what + " on worker " + worker + ": " + data.type() + ": " + data.message();
    return new RemoteTaskException(message, cause, worker, data.type(), data.stack());
  }

  private static String text(Failure data) {
    return data.message().isEmpty() ? data.type() : data.message();
  }

  private static MarshallingException unreadable(String worker, Throwable e) {
    return new MarshallingException("A result of worker " + worker + " could not be decoded", e);
  }

  /** A session that changes its code with each task, as in JShell, has no end of manifests. */
  private synchronized Codec codec(Ticket ticket) {
    Codec codec = codecs.computeIfAbsent(ticket.manifest(), this::make);
    if (codecs.size() > KEPT) {
      codecs.remove(codecs.keySet().iterator().next());
    }
    return codec;
  }

  private Codec make(Digest manifest) {
    NormalForm normalForm = NormalForms.over(library.results(manifest), List.of(), kinds);
    return new Codec(backend.marshaller(normalForm), normalForm);
  }
}
