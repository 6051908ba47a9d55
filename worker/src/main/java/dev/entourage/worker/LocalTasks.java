package dev.entourage.worker;

import dev.entourage.CallOptions;
import dev.entourage.preparer.HeldFunction;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Runs tasks of the JDK's here, since they end futures of this JVM, and their functions on workers.
 * Thread-safe.
 */
final class LocalTasks {

  private static final Executor THREADS = Executors.newCachedThreadPool(LocalTasks::thread);

  private final PoolHandle pool;

  LocalTasks(PoolHandle pool) {
    this.pool = pool;
  }

  private static Thread thread(Runnable body) {
    Thread thread = new Thread(null, body, "entourage-executor", 0, false);
    thread.setDaemon(true);
    // Before Java 19 it would inherit that of its maker, which may be a user's, and keep it.
    thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
    return thread;
  }

  CompletableFuture<?> run(Runnable task) {
    return CompletableFuture.runAsync(task, THREADS);
  }

  /**
   * Sends a function that needs no argument at once, so that nobody waits for it; the task takes
   * its result. Others learn their arguments when they run.
   */
  CompletableFuture<?> run(Runnable task, HeldFunction held) {
    Object function = held.get();
    if (function instanceof Callable
        || function instanceof Supplier
        || function instanceof Runnable) {
      CompletableFuture<Object> sent = send(function, null, null);
      held.set(known(function, sent));
      sent.whenCompleteAsync((result, e) -> task.run(), THREADS);
      return sent;
    }
    if (returnsNoStage(task)) {
      held.set(remote(function));
    }
    return run(task);
  }

  /** What a stage is composed of belongs to this JVM. */
  private static boolean returnsNoStage(Runnable task) {
    return !task.getClass().getSimpleName().endsWith("Compose");
  }

  private CompletableFuture<Object> send(Object function, Object first, Object second) {
    return pool.send(new Call(function, first, second), CallOptions.defaults());
  }

  private static Object known(Object function, CompletableFuture<Object> result) {
    if (function instanceof Callable) {
      return (Callable<Object>) result::get;
    }
    return function instanceof Supplier ? (Supplier<Object>) result::join : (Runnable) result::join;
  }

  private Object remote(Object function) {
    if (function instanceof Function) {
      return (Function<Object, Object>) x -> send(function, x, null).join();
    }
    if (function instanceof Consumer) {
      return (Consumer<Object>) x -> send(function, x, null).join();
    }
    if (function instanceof BiFunction) {
      return (BiFunction<Object, Object, Object>) (x, y) -> send(function, x, y).join();
    }
    return function instanceof BiConsumer
        ? (BiConsumer<Object, Object>) (x, y) -> send(function, x, y).join()
        : function;
  }
}
