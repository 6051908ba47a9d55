package dev.entourage.engine;

import dev.entourage.preparer.CodeLibrary;
import dev.entourage.preparer.Codec;
import dev.entourage.preparer.Digest;
import dev.entourage.preparer.FormKind;
import dev.entourage.preparer.NormalForms;
import dev.entourage.spi.NormalForm;
import dev.entourage.spi.SerializationBackend;
import dev.entourage.worker.LinkMessage.Reply;
import dev.entourage.worker.LinkMessage.Result;
import dev.entourage.worker.ReplyReader;
import dev.entourage.worker.SpareFrame;
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
    if (ticket.future().isDoomed()) {
      return; // Somebody else ends it.
    }
    try {
      ticket.future().returned(value(ticket, worker, reply));
    } catch (Throwable e) {
      ticket.future().threw(e);
    }
  }

  /** The same for a reply that came by itself: when it was decoded, its frame is free. */
  void endAlone(Ticket ticket, String worker, Reply reply) {
    end(ticket, worker, reply);
    if (reply instanceof Result result && !ticket.isNested()) {
      SpareFrame.give(result.bytes());
    }
  }

  /** A task of a task is decoded where that one runs. */
  private Object value(Ticket ticket, String worker, Reply reply) {
    return ticket.isNested()
        ? NestedDesk.answer(worker, reply)
        : ReplyReader.read(codec(ticket), worker, reply);
  }

  synchronized void close() {
    codecs.values().forEach(Codec::close);
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
