package dev.entourage.engine;

import dev.entourage.Explanation;
import dev.entourage.Shared;
import dev.entourage.preparer.Codec;
import dev.entourage.preparer.Preparer;
import dev.entourage.preparer.ReadyTask;
import dev.entourage.preparer.Statics;
import dev.entourage.worker.LinkMessage.Forget;
import dev.entourage.worker.Step;
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
        journal.preparing("task", step -> ticket(step, task, ready(task, Statics.none()), limits));
    return send(ticket.with(batchings.of(task)));
  }

  /** Sends one of many tasks for which the static fields were looked at before. */
  CompletableFuture<Object> submit(
      Object task, Statics statics, TaskLimits limits, Batching batching) {
    open.requireOpen();
    explaining.look(task);
    Ticket ticket =
        journal.preparing("item", step -> ticket(step, task, ready(task, statics), limits));
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
    ReadyTask ready = runnable(preparer.ready(preparer.prepareShared(value), codec));
    release(ready);
    sizes.shared(value, ready.size());
    Journal.prepared(step, ready);
    return shares.keep(value, ready);
  }

  <S> SharedValue<S> lend(S function) {
    open.requireOpen();
    explaining.look(function);
    return journal.preparing("function", step -> lend(step, function));
  }

  private <S> SharedValue<S> lend(Step step, S function) {
    ReadyTask ready = sized(function, preparer.ready(preparer.prepare(function), codec));
    release(ready);
    Journal.prepared(step, ready);
    return shares.lend(function, ready);
  }

  /** Each task names a manifest of its own, which has the classes of the shared values, too. */
  private void release(ReadyTask ready) {
    preparer.library().release(ready.manifest().id());
  }

  /** Nobody else releases what isn't sent. */
  private ReadyTask checked(ReadyTask ready, Runnable check) {
    try {
      check.run();
      return ready;
    } catch (RuntimeException | Error e) {
      release(ready);
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

  private ReadyTask ready(Object task, Statics statics) {
    return sized(task, preparer.ready(task, statics, codec));
  }

  private ReadyTask sized(Object task, ReadyTask ready) {
    return checked(
        runnable(ready),
        () -> {
          sizes.task(task, ready.size());
          sizes.statics(ready.statics());
        });
  }

  private ReadyTask runnable(ReadyTask ready) {
    return checked(ready, () -> ready.newest().ifPresent(javas::requireRunnable));
  }

  private Ticket ticket(Step step, Object task, ReadyTask ready, TaskLimits limits) {
    long id = ids.incrementAndGet();
    Journal.prepared(step.task(id, 0), ready);
    return new Ticket(
            id,
            task,
            ready.manifest().id(),
            ready.statics(),
            ready.encoded().bytes(),
            limits,
            () -> release(ready))
        .needing(ready.newest());
  }
}
