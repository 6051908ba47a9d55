package dev.entourage.engine;

import dev.entourage.CallOptions;
import dev.entourage.Explanation;
import dev.entourage.RemoteFunction;
import dev.entourage.Shared;
import dev.entourage.WorkerInfo;
import dev.entourage.Workers;
import dev.entourage.spi.Transport;
import dev.entourage.worker.Apply;
import dev.entourage.worker.ItemCall;
import dev.entourage.worker.PoolExecutor;
import dev.entourage.worker.PoolHandle;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

/** What users call. Each task goes the same way: {@link Submission}, then {@link Dispatcher}. */
final class Pool implements PoolHandle {

  private final Transport transport;
  private final Submission submission;
  private final PoolLife life;
  private final int window;

  private Pool(Transport transport, PoolLife life) {
    this.transport = transport;
    this.life = life;
    submission = life.submission();
    window = life.window();
    life.belongsTo(this);
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
  public CompletableFuture<Object> send(Object task, CallOptions options) {
    Require.mayWait(transport, "Workers.submit");
    CompletableFuture<Object> future =
        submission.submit(Objects.requireNonNull(task, "task"), life.limits().with(options));
    Optional<BarCall> shown = life.shown(1);
    shown.ifPresent(BarCall::begin);
    return ItemCall.watched(future, options, life.listeners(shown));
  }

  @Override
  public <S> Shared<S> share(S value) {
    Require.mayWait(transport, "Workers.share");
    return submission.share(value);
  }

  @Override
  public ExecutorService executor() {
    return new PoolExecutor(this, life::waiting);
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

  @Override
  public <T, R> ItemCall<T, R> call(
      Iterable<? extends T> items,
      RemoteFunction<? super T, ? extends R> function,
      CallOptions options) {
    Require.mayWait(transport, "Workers.map");
    Objects.requireNonNull(items, "items");
    TaskLimits limits = life.limits().with(options);
    SharedValue<? extends RemoteFunction<?, ?>> handle =
        submission.lend(Objects.requireNonNull(function, "function"));
    Batching batching = new Batching();
    Optional<BarCall> shown = life.shown(items instanceof Collection<?> known ? known.size() : -1);
    return new ItemCall<>(
        items,
        options,
        life.listeners(shown),
        item -> {
          shown.ifPresent(BarCall::begin);
          return submission.submit(new Apply(handle, item), handle.statics(), limits, batching);
        },
        () -> window * batching.size(),
        () -> {
          shown.ifPresent(BarCall::end);
          submission.drop(handle);
        });
  }

  /** Tells how many tasks wait, and what each worker runs: what a report of a hang needs. */
  @Override
  public String toString() {
    return "A pool of workers: " + life;
  }
}
