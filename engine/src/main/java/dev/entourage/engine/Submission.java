package dev.entourage.engine;

import dev.entourage.Explanation;
import dev.entourage.Shared;
import dev.entourage.preparer.ClassVersion;
import dev.entourage.preparer.Codec;
import dev.entourage.preparer.Codec.Encoded;
import dev.entourage.preparer.Manifest;
import dev.entourage.preparer.PreparedTask;
import dev.entourage.preparer.Preparer;
import dev.entourage.preparer.Statics;
import dev.entourage.worker.LinkMessage.Forget;
import dev.entourage.worker.Step;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/** A task's way from the caller to the dispatcher, on the caller's thread. Thread-safe. */
final class Submission {

  private final Preparer preparer;
  private final Codec codec;
  private final SizeCheck sizes;
  private final Explaining explaining;
  private final Shares shares;
  private final Dispatcher dispatcher;
  private final HostJavas javas;
  private final OpenTasks open;
  private final Journal journal;
  private final AtomicLong ids = new AtomicLong();
  private final Batchings batchings = new Batchings();

  Submission(
      Preparer preparer,
      Codec codec,
      SizeCheck sizes,
      Explaining explaining,
      Shares shares,
      Dispatcher dispatcher,
      HostJavas javas,
      OpenTasks open,
      Journal journal) {
    this.preparer = preparer;
    this.codec = codec;
    this.sizes = sizes;
    this.explaining = explaining;
    this.shares = shares;
    this.dispatcher = dispatcher;
    this.javas = javas;
    this.open = open;
    this.journal = journal;
  }

  CompletableFuture<Object> submit(Object task, TaskLimits limits) {
    open.requireOpen();
    explaining.look(task);
    Ticket ticket =
        journal.preparing(
            "task", step -> ticket(step, task, encode(task, preparer.prepare(task)), limits));
    return send(ticket.with(batchings.of(task)));
  }

  /** Sends one of many tasks for which the static fields were looked at before. */
  CompletableFuture<Object> submit(
      Object task, Statics statics, TaskLimits limits, Batching batching) {
    open.requireOpen();
    explaining.look(task);
    Ticket ticket =
        journal.preparing(
            "item",
            step -> ticket(step, task, encode(task, preparer.prepare(task, statics)), limits));
    return send(ticket.with(batching));
  }

  private CompletableFuture<Object> send(Ticket ticket) {
    open.add(ticket);
    dispatcher.dispatch(ticket);
    return ticket.future();
  }

  <S> Shared<S> share(S value) {
    open.requireOpen();
    explaining.look(value);
    return journal.preparing("shared value", step -> share(step, value));
  }

  private <S> Shared<S> share(Step step, S value) {
    Encoding encoding = encode(preparer.prepareShared(value));
    release(encoding);
    sizes.shared(value, encoding.size());
    Journal.prepared(step, encoding);
    return shares.keep(value, encoding);
  }

  <S> SharedValue<S> lend(S function) {
    open.requireOpen();
    explaining.look(function);
    return journal.preparing("function", step -> lend(step, function));
  }

  private <S> SharedValue<S> lend(Step step, S function) {
    Encoding encoding = encode(function, preparer.prepare(function));
    release(encoding);
    Journal.prepared(step, encoding);
    return shares.lend(function, encoding);
  }

  /** Each task names a manifest of its own, which has the classes of the shared values, too. */
  private void release(Encoding encoding) {
    preparer.library().release(encoding.manifest().id());
  }

  /** Nobody else releases what isn't sent. */
  private Encoding checked(Encoding encoding, Runnable check) {
    try {
      check.run();
      return encoding;
    } catch (RuntimeException | Error e) {
      release(encoding);
      throw e;
    }
  }

  void drop(SharedValue<?> lent) {
    shares.drop(lent);
    dispatcher.forget(new Forget(lent.key().id()));
  }

  Explanation explain(Object value) {
    return preparer.explain(value, codec);
  }

  private Encoding encode(Object task, PreparedTask prepared) {
    Encoding encoding = encode(prepared);
    return checked(
        encoding,
        () -> {
          sizes.task(task, encoding.size());
          sizes.statics(prepared.statics());
        });
  }

  private Encoding encode(PreparedTask prepared) {
    Encoded encoded = codec.encode(prepared);
    Manifest manifest = preparer.seal(prepared, encoded.classes());
    Optional<ClassVersion> newest = preparer.library().newest(manifest.id());
    return checked(
        new Encoding(prepared, encoded, manifest, newest),
        () -> newest.ifPresent(javas::requireRunnable));
  }

  private Ticket ticket(Step step, Object task, Encoding encoding, TaskLimits limits) {
    long id = ids.incrementAndGet();
    Journal.prepared(step.task(id, 0), encoding);
    return new Ticket(
            id,
            task,
            encoding.manifest().id(),
            encoding.prepared().statics(),
            encoding.encoded().bytes(),
            limits,
            () -> release(encoding))
        .needing(encoding.newest());
  }
}
