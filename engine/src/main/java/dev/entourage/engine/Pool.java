package dev.entourage.engine;

import dev.entourage.CallOptions;
import dev.entourage.Explanation;
import dev.entourage.RemoteCallable;
import dev.entourage.RemoteFunction;
import dev.entourage.RemoteRunnable;
import dev.entourage.Shared;
import dev.entourage.WorkerInfo;
import dev.entourage.Workers;
import dev.entourage.spi.Transport;
import dev.entourage.worker.Apply;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What users call. Each task goes the same way: {@link Submission}, then {@link Dispatcher}. */
final class Pool implements Workers {

  private final Transport transport;
  private final Submission submission;
  private final PoolLife life;
  private final int window;

  private Pool(Transport transport, PoolLife life) {
    this.transport = transport;
    this.life = life;
    submission = life.submission();
    window = life.window();
  }

  static Workers open(PoolOptions options) {
    Require.mayWait(options.transport(), "Workers.Builder.build");
    Thread caller = Thread.currentThread();
    ClassLoader users = caller.getContextClassLoader();
    // Threads that are made here, and what the transport looks for, are ours and not the user's.
    caller.setContextClassLoader(Pool.class.getClassLoader());
    try {
      return new Pool(options.transport(), PoolLife.open(options));
    } finally {
      caller.setContextClassLoader(users);
    }
  }

  @Override
  public <R> CompletableFuture<R> submit(RemoteCallable<R> task) {
    return send(task, life.limits());
  }

  @Override
  public <R> CompletableFuture<R> submit(RemoteCallable<R> task, CallOptions options) {
    Require.honoured(options);
    return send(task, life.limits().with(options));
  }

  @Override
  public CompletableFuture<Void> run(RemoteRunnable task) {
    return send(task, life.limits());
  }

  @Override
  public <T, R> List<R> map(
      Iterable<? extends T> items, RemoteFunction<? super T, ? extends R> function) {
    return map(items, function, CallOptions.defaults());
  }

  @Override
  public <T, R> List<R> map(
      Iterable<? extends T> items,
      RemoteFunction<? super T, ? extends R> function,
      CallOptions options) {
    Require.honoured(options);
    List<R> results = new ArrayList<>();
    try (MapCall<T, R> call = call(items, function, options)) {
      call.forEachRemaining(results::add);
    }
    return results;
  }

  @Override
  public <T, R> Stream<R> stream(
      Iterable<? extends T> items, RemoteFunction<? super T, ? extends R> function) {
    return stream(items, function, CallOptions.defaults());
  }

  @Override
  public <T, R> Stream<R> stream(
      Iterable<? extends T> items,
      RemoteFunction<? super T, ? extends R> function,
      CallOptions options) {
    Require.honoured(options);
    MapCall<T, R> call = call(items, function, options);
    Spliterator<R> results = Spliterators.spliteratorUnknownSize(call, Spliterator.ORDERED);
    return StreamSupport.stream(results, false).onClose(call::close);
  }

  @Override
  public <S> Shared<S> share(S value) {
    Require.mayWait(transport, "Workers.share");
    return submission.share(value);
  }

  @Override
  public ExecutorService executor() {
    throw Require.unsupported("Workers.executor");
  }

  @Override
  public Explanation explain(Object value) {
    return submission.explain(value);
  }

  @Override
  public List<WorkerInfo> members() {
    return life.members();
  }

  @Override
  public void close() {
    Require.mayWait(transport, "Workers.close");
    life.close();
  }

  @Override
  public List<Runnable> shutdownNow() {
    Require.mayWait(transport, "Workers.shutdownNow");
    return life.shutdownNow();
  }

  /** What comes back has the type that the task declares, or the caller's cast fails. */
  @SuppressWarnings("unchecked")
  private <R> CompletableFuture<R> send(Object task, TaskLimits limits) {
    Require.mayWait(transport, "Workers.submit");
    return (CompletableFuture<R>) submission.submit(Objects.requireNonNull(task, "task"), limits);
  }

  private <T, R> MapCall<T, R> call(
      Iterable<? extends T> items,
      RemoteFunction<? super T, ? extends R> function,
      CallOptions options) {
    Require.mayWait(transport, "Workers.map");
    TaskLimits limits = life.limits().with(options);
    Iterator<? extends T> iterator = items.iterator();
    SharedValue<? extends RemoteFunction<?, ?>> handle =
        submission.lend(Objects.requireNonNull(function, "function"));
    return new MapCall<>(
        iterator,
        item -> submission.submit(new Apply(handle, item), handle.statics(), limits),
        window,
        () -> submission.drop(handle));
  }
}
