package dev.entourage.engine;

import dev.entourage.preparer.CodeLibrary;
import dev.entourage.preparer.Digest;
import dev.entourage.preparer.Preparer;
import dev.entourage.worker.LinkMessage;
import dev.entourage.worker.LinkMessage.Answer;
import dev.entourage.worker.LinkMessage.CodeAnswer;
import dev.entourage.worker.LinkMessage.CodeRequest;
import dev.entourage.worker.LinkMessage.FindRequest;
import dev.entourage.worker.LinkMessage.JarRequest;
import dev.entourage.worker.LinkMessage.ManifestRequest;
import dev.entourage.worker.LinkMessage.Question;
import dev.entourage.worker.LinkMessage.ResourceRequest;
import dev.entourage.worker.LinkMessage.SharedRequest;
import dev.entourage.worker.LinkMessage.StaticsRequest;
import dev.entourage.worker.Step;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Answers what workers ask, on a thread of its own: reading class files may take a while. */
final class CodeDesk implements AutoCloseable {

  private final Preparer preparer;
  private final CodeLibrary library;
  private final Shares shares;
  private final WorkerLine line;
  private final Cargo.Listener freight;
  private final Journal journal;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Threads.named("entourage-code"));

  CodeDesk(
      Preparer preparer, Shares shares, WorkerLine line, Cargo.Listener freight, Journal journal) {
    this.preparer = preparer;
    this.library = preparer.library();
    this.shares = shares;
    this.line = line;
    this.freight = freight;
    this.journal = journal;
  }

  /** Returns at once. */
  void ask(String host, String worker, Question question) {
    new Guarded(thread).execute(() -> ship(host, worker, question));
  }

  private void ship(String host, String worker, Question question) {
    Step step = journal.shipping(worker, question);
    LinkMessage answer = answerAnyway(question);
    Cargo cargo = Cargo.of(answer);
    freight.sent(worker, cargo);
    line.send(host, worker, answer);
    step.classes(cargo.classes()).bytes(cargo.bytes()).end("sent");
  }

  @Override
  public void close() {
    thread.shutdown();
  }

  /** A worker waits: it gets an answer whatever happens here. */
  private LinkMessage answerAnyway(Question question) {
    try {
      return answer(question);
    } catch (RuntimeException | LinkageError e) {
      Log.LOG.warn("Could not answer {}", question, e);
      return question instanceof CodeRequest
          ? new CodeAnswer(question.id(), Map.of())
          : new Answer(question.id(), Optional.empty());
    }
  }

  private LinkMessage answer(Question question) {
    if (question instanceof CodeRequest code) {
      return new CodeAnswer(code.id(), files(code.missing()));
    }
    return new Answer(question.id(), bytes(question));
  }

  private Optional<ByteBuffer> bytes(Question question) {
    if (question instanceof ManifestRequest request) {
      return library.manifest(request.manifest()).map(ByteBuffer::wrap);
    }
    if (question instanceof FindRequest request) {
      return library.find(request.manifest(), request.name()).map(ByteBuffer::wrap);
    }
    if (question instanceof ResourceRequest request) {
      return library.resources(request.manifest(), request.name()).map(ByteBuffer::wrap);
    }
    if (question instanceof StaticsRequest request) {
      return preparer.statics(request.statics(), request.held());
    }
    if (question instanceof JarRequest request) {
      return library.travels(request.jar()).map(StandardCharsets.UTF_8::encode);
    }
    return shares.bytes(((SharedRequest) question).shared());
  }

  private Map<Digest, ByteBuffer> files(List<Digest> hashes) {
    Map<Digest, ByteBuffer> files = new HashMap<>();
    library.code(hashes).forEach((hash, file) -> files.put(hash, ByteBuffer.wrap(file)));
    return files;
  }
}
