package dev.entourage.worker;

import dev.entourage.CallOptions;
import dev.entourage.preparer.HeldFunction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A view of a pool as the JDK's own interface. To shut it down ends this view, and leaves the pool
 * to others. Thread-safe.
 *
 * @since 0.1
 */
public final class PoolExecutor extends AbstractExecutorService {

  private static final String COMPLETION_SERVICE =
      "java.util.concurrent.ExecutorCompletionService$";

  private final PoolHandle pool;
  private final Supplier<Set<CompletableFuture<?>>> waiting;
  private final LocalTasks local;
  private final Map<CompletableFuture<?>, Runnable> open = new LinkedHashMap<>();
  private boolean shutdown;

  /**
   * Makes a view.
   *
   * @param pool runs the tasks
   * @param waiting the futures of tasks that no worker has
   */
  public PoolExecutor(PoolHandle pool, Supplier<Set<CompletableFuture<?>>> waiting) {
    this.pool = pool;
    this.waiting = waiting;
    local = new LocalTasks(pool);
  }

  @Override
  protected <T> RunnableFuture<T> newTaskFor(Runnable runnable, T value) {
    return new RemoteTask<>(pool, Objects.requireNonNull(runnable), value);
  }

  @Override
  protected <T> RunnableFuture<T> newTaskFor(Callable<T> callable) {
    return new RemoteTask<>(pool, Objects.requireNonNull(callable), null);
  }

  /**
   * Runs a task on a worker. One that the JDK has made ends a future of this JVM: it runs here, and
   * its function on the worker.
   */
  @Override
  public void execute(Runnable task) {
    requireOpen();
    if (task instanceof RemoteTask<?> ours) {
      track(ours.start(), task);
    } else if (task.getClass().getName().startsWith(COMPLETION_SERVICE)) {
      track(local.run(task), task);
    } else {
      Optional<HeldFunction> held = HeldFunction.of(task);
      track(held.isPresent() ? local.run(task, held.get()) : send(task), task);
    }
  }

  /** Nobody has a future, so a failure goes where those of a thread go. */
  private CompletableFuture<Object> send(Runnable task) {
    CompletableFuture<Object> sent = pool.send(task, CallOptions.defaults());
    sent.whenComplete(
        (result, e) -> {
          if (e != null && !sent.isCancelled()) {
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
          }
        });
    return sent;
  }

  @Override
  public synchronized void shutdown() {
    shutdown = true;
    notifyAll();
  }

  @Override
  public List<Runnable> shutdownNow() {
    shutdown();
    Map<CompletableFuture<?>, Runnable> left = copy();
    Set<CompletableFuture<?>> unsent = waiting.get();
    List<Runnable> never = new ArrayList<>();
    left.forEach(
        (future, task) -> {
          if (unsent.contains(future)) {
            never.add(task);
          }
          future.cancel(true);
        });
    return never;
  }

  @Override
  public synchronized boolean isShutdown() {
    return shutdown;
  }

  @Override
  public synchronized boolean isTerminated() {
    return shutdown && open.isEmpty();
  }

  @Override
  public synchronized boolean awaitTermination(long timeout, TimeUnit unit)
      throws InterruptedException {
    long end = System.nanoTime() + unit.toNanos(timeout);
    long left = unit.toNanos(timeout);
    while (!isTerminated() && left > 0) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
      left = end - System.nanoTime();
    }
    return isTerminated();
  }

  private synchronized void requireOpen() {
    if (shutdown) {
      throw new RejectedExecutionException(
          "An executor that was shut down takes no tasks: ask Workers.executor() for another");
    }
  }

  private void track(CompletableFuture<?> future, Runnable task) {
    add(future, task);
    future.whenComplete((result, e) -> remove(future));
  }

  private synchronized void add(CompletableFuture<?> future, Runnable task) {
    open.put(future, task);
  }

  private synchronized void remove(CompletableFuture<?> future) {
    open.remove(future);
    notifyAll();
  }

  private synchronized Map<CompletableFuture<?>, Runnable> copy() {
    return new LinkedHashMap<>(open);
  }
}
