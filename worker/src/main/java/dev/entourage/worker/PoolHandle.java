package dev.entourage.worker;

import dev.entourage.CallOptions;
import dev.entourage.Workers;
import java.util.concurrent.CompletableFuture;

/**
 * A pool, or what stands for it in its own tasks. Thread-safe.
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
}
