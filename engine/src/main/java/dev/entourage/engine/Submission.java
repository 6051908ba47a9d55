package dev.entourage.engine;

import dev.entourage.Explanation;
import dev.entourage.Shared;
import dev.entourage.preparer.Codec;
import dev.entourage.preparer.Codec.Encoded;
import dev.entourage.preparer.Manifest;
import dev.entourage.preparer.PreparedTask;
import dev.entourage.preparer.Preparer;
import dev.entourage.worker.LinkMessage.Forget;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/** A task's way from the caller to the dispatcher, on the caller's thread. Thread-safe. */
final class Submission {

  private final Preparer preparer;
  private final Codec codec;
  private final SizeLimits limits;
  private final Shares shares;
  private final Dispatcher dispatcher;
  private final OpenTasks open;
  private final AtomicLong ids = new AtomicLong();

  Submission(
      Preparer preparer,
      Codec codec,
      SizeLimits limits,
      Shares shares,
      Dispatcher dispatcher,
      OpenTasks open) {
    this.preparer = preparer;
    this.codec = codec;
    this.limits = limits;
    this.shares = shares;
    this.dispatcher = dispatcher;
    this.open = open;
  }

  CompletableFuture<Object> submit(Object task) {
    open.requireOpen();
    Encoding encoding = encode(task);
    Ticket ticket = ticket(task, encoding);
    open.add(ticket);
    dispatcher.dispatch(ticket);
    return ticket.future();
  }

  <S> Shared<S> share(S value) {
    open.requireOpen();
    return shares.keep(value, encodeShared(value));
  }

  <S> SharedValue<S> lend(S function) {
    open.requireOpen();
    return shares.lend(function, encodeShared(function));
  }

  void drop(SharedValue<?> lent) {
    shares.drop(lent);
    dispatcher.forget(new Forget(lent.key().id()));
  }

  Explanation explain(Object value) {
    return preparer.explain(value, codec);
  }

  private Encoding encode(Object task) {
    return encode(task, preparer.prepare(task));
  }

  /** Static fields come with each task that holds the handle: none is set under a running one. */
  private Encoding encodeShared(Object value) {
    return encode(value, preparer.prepare(value).withoutStatics());
  }

  private Encoding encode(Object task, PreparedTask prepared) {
    Encoded encoded = codec.encode(prepared);
    limits.check(task, encoded.bytes().remaining());
    Manifest manifest = preparer.seal(prepared, encoded.classes());
    return new Encoding(prepared, encoded, manifest);
  }

  private Ticket ticket(Object task, Encoding encoding) {
    return new Ticket(
        ids.incrementAndGet(),
        task,
        encoding.manifest().id(),
        encoding.encoded().bytes(),
        new CompletableFuture<>());
  }
}
