package dev.entourage.transport.vertx;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/**
 * Threads on which calls may encode and wait, as a call of map does until its last result. They are
 * no workers of Vert.x, which are few and watched.
 */
final class OffLoop {

  private final Vertx vertx;
  private final ExecutorService threads = Executors.newCachedThreadPool(OffLoop::thread);

  OffLoop(Vertx vertx) {
    this.vertx = vertx;
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "entourage-vertx");
    thread.setDaemon(true);
    return thread;
  }

  /** Calls on a thread of its own; the result arrives on the caller's context. */
  <R> Future<R> call(Callable<R> call) {
    return compose(() -> CompletableFuture.completedFuture(call.call()));
  }

  /** Calls on a thread of its own; what becomes of it arrives on the caller's context. */
  <R> Future<R> compose(Callable<? extends CompletionStage<R>> call) {
    CompletableFuture<R> result = new CompletableFuture<>();
    Future<R> onCallersContext = Future.fromCompletionStage(result, vertx.getOrCreateContext());
    try {
      threads.execute(() -> run(call, result));
    } catch (RejectedExecutionException closed) {
      result.completeExceptionally(
          new RejectedExecutionException("The workers were closed", closed));
    }
    return onCallersContext;
  }

  private static <R> void run(
      Callable<? extends CompletionStage<R>> call, CompletableFuture<R> result) {
    try {
      call.call()
          .whenComplete(
              (value, failure) -> {
                if (failure == null) {
                  result.complete(value);
                } else {
                  result.completeExceptionally(itself(failure));
                }
              });
    } catch (Throwable failure) { // Whatever it is, the caller's future must end.
      result.completeExceptionally(failure);
    }
  }

  private static Throwable itself(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }

  /** Lets the threads end when they have nothing more to do. */
  void close() {
    threads.shutdown();
  }
}
