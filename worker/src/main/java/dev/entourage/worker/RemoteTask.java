package dev.entourage.worker;

import dev.entourage.CallOptions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RunnableFuture;

/**
 * A future of an executor. To run it means to run the task on a worker, and to wait there.
 *
 * @param <V> the type of the result
 */
final class RemoteTask<V> extends NestedFuture<V> implements RunnableFuture<V> {

  private final PoolHandle pool;
  private final Object task;
  private final V fixed;

  /**
   * Makes one that isn't sent yet.
   *
   * @param task a Callable, whose result is the future's, or a Runnable
   * @param fixed the result where the task is a Runnable
   */
  RemoteTask(PoolHandle pool, Object task, V fixed) {
    this.pool = pool;
    this.task = task;
    this.fixed = fixed;
  }

  /** Sends the task; it is encoded when this method returns. */
  CompletableFuture<Object> start() {
    CompletableFuture<Object> sent = pool.send(task, CallOptions.defaults());
    sent.whenComplete(this::end);
    whenComplete((result, e) -> sent.cancel(true));
    return sent;
  }

  /** For those who run what an executor has made, such as an ExecutorCompletionService. */
  @Override
  public void run() {
    if (!isDone()) {
      start().handle((result, e) -> null).join();
    }
  }

  @SuppressWarnings("unchecked")
  private void end(Object result, Throwable failure) {
    if (failure == null) {
      complete(task instanceof Runnable ? fixed : (V) result);
    } else {
      completeExceptionally(failure);
    }
  }
}
