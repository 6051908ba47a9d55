package dev.entourage.transport.vertx;

import dev.entourage.EntourageException;
import io.vertx.core.Future;
import java.util.concurrent.CompletionException;

/** Waits on a thread that may wait. */
final class Blocking {

  private Blocking() {}

  /** Returns a future's result, or throws what it failed with. Not interruptible. */
  static <T> T await(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().join();
    } catch (CompletionException failure) {
      throw unchecked(failure.getCause());
    }
  }

  /** Throws what is an error; returns what else something failed with, to be thrown. */
  static RuntimeException unchecked(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException known
        ? known
        : new EntourageException(String.valueOf(cause.getMessage()), cause);
  }
}
