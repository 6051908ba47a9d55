package dev.entourage.worker;

import dev.entourage.CallOptions;
import dev.entourage.RemoteCallable;
import dev.entourage.RemoteFunction;
import dev.entourage.RemoteRunnable;
import dev.entourage.Workers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * A pool, or what stands for it in its own tasks: all that runs a task comes down to two methods.
 * Thread-safe.
 *
 * @since 0.1
 */
public interface PoolHandle extends Workers {

  /**
   * Runs a task on some worker.
   *
   * @param task a Callable, a Runnable or a RemoteRunnable
   * @param options how to run it
   * @return a future of its result
   */
  CompletableFuture<Object> send(Object task, CallOptions options);

  /**
   * Prepares to apply a function to each item.
   *
   * @param items the inputs
   * @param function what runs on the workers
   * @param options how to run it
   * @param <T> the type of an item
   * @param <R> the type of a result
   * @return the call; nothing is sent before somebody asks for a result
   */
  <T, R> ItemCall<T, R> call(
      Iterable<? extends T> items,
      RemoteFunction<? super T, ? extends R> function,
      CallOptions options);

  @Override
  default <R> CompletableFuture<R> submit(RemoteCallable<R> task) {
    return submit(task, CallOptions.defaults());
  }

  @Override
  @SuppressWarnings("unchecked")
  default <R> CompletableFuture<R> submit(RemoteCallable<R> task, CallOptions options) {
    return (CompletableFuture<R>) send(task, options);
  }

  /** A task without a result has null for one. */
  @Override
  @SuppressWarnings("unchecked")
  default CompletableFuture<Void> run(RemoteRunnable task) {
    return (CompletableFuture<Void>) (CompletableFuture<?>) send(task, CallOptions.defaults());
  }

  @Override
  default <T, R> List<R> map(
      Iterable<? extends T> items, RemoteFunction<? super T, ? extends R> function) {
    return map(items, function, CallOptions.defaults());
  }

  @Override
  default <T, R> List<R> map(
      Iterable<? extends T> items,
      RemoteFunction<? super T, ? extends R> function,
      CallOptions options) {
    return this.<T, R>call(items, function, options).all();
  }

  @Override
  default <T, R> Stream<R> stream(
      Iterable<? extends T> items, RemoteFunction<? super T, ? extends R> function) {
    return stream(items, function, CallOptions.defaults());
  }

  @Override
  default <T, R> Stream<R> stream(
      Iterable<? extends T> items,
      RemoteFunction<? super T, ? extends R> function,
      CallOptions options) {
    return this.<T, R>call(items, function, options).stream();
  }
}
