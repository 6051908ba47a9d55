package dev.entourage.worker;

import dev.entourage.CallOptions;
import dev.entourage.Explanation;
import dev.entourage.RemoteFunction;
import dev.entourage.Shared;
import dev.entourage.WorkerInfo;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

/**
 * What a task finds where it captured its pool: its own tasks go through the driver, and while it
 * waits for them it needs no slot. There is one in each session.
 */
final class RemoteWorkers implements PoolHandle {

  /** So many items of one call are under way. */
  private static final int WINDOW = 16;

  private final NestedCalls calls;

  RemoteWorkers(NestedCalls calls) {
    this.calls = calls;
  }

  @Override
  public CompletableFuture<Object> send(Object task, CallOptions options) {
    return calls.submit(Objects.requireNonNull(task, "task"), options);
  }

  @Override
  public <T, R> ItemCall<T, R> call(
      Iterable<? extends T> items,
      RemoteFunction<? super T, ? extends R> function,
      CallOptions options) {
    Objects.requireNonNull(items, "items");
    Direct<RemoteFunction<? super T, ? extends R>> direct =
        new Direct<>(Objects.requireNonNull(function, "function"));
    return new ItemCall<>(
        items,
        options,
        List.of(),
        item -> send(new Apply(direct, item), options),
        () -> WINDOW,
        () -> {});
  }

  @Override
  public <S> Shared<S> share(S value) {
    throw onDriver("share");
  }

  @Override
  public ExecutorService executor() {
    return new PoolExecutor(this, Set::of);
  }

  @Override
  public Explanation explain(Object value) {
    throw onDriver("explain");
  }

  @Override
  public List<WorkerInfo> members() {
    throw onDriver("members");
  }

  @Override
  public void close() {
    throw onDriver("close");
  }

  @Override
  public List<Runnable> shutdownNow() {
    throw onDriver("shutdownNow");
  }

  private static UnsupportedOperationException onDriver(String method) {
    return new UnsupportedOperationException(
        "Within a task its pool can submit, run, map, stream and give an executor: only the driver can call Workers."
            + method);
  }
}
