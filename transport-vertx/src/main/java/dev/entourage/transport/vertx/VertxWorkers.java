package dev.entourage.transport.vertx;

import dev.entourage.CallOptions;
import dev.entourage.ConfigurationException;
import dev.entourage.MarshallingException;
import dev.entourage.PreparationException;
import dev.entourage.RemoteCallable;
import dev.entourage.RemoteFunction;
import dev.entourage.RemoteRunnable;
import dev.entourage.RemoteTaskException;
import dev.entourage.Shared;
import dev.entourage.WorkerInfo;
import dev.entourage.WorkerLostException;
import dev.entourage.Workers;
import dev.entourage.engine.PoolEngine;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Workers on the hosts of a Vert.x cluster, for code that runs on event loops: nothing here waits,
 * and results arrive on the caller's context.
 *
 * <pre>{@code
 * VertxWorkers.join(vertx, VertxWorkersOptions.defaults())
 *     .compose(workers -> workers.map(documents, encoder::encode))
 *     .onSuccess(vectors -> …);
 * }</pre>
 *
 * <p>What a task holds is encoded on another thread, soon after the call: don't change it until the
 * future has ended. Futures fail with what {@link Workers} throws: {@link PreparationException}
 * when something can't travel, {@link RemoteTaskException} when a task throws, {@link
 * WorkerLostException} when its worker dies, {@link MarshallingException} when a result can't
 * travel.
 *
 * <p>A task brings the classes that its own class mentions. Write tasks in classes that know
 * nothing of Vert.x, or all of Vert.x travels to each worker once.
 *
 * <p>Thread-safe. Closing leaves the hosts and ends this driver's worker JVMs; the Vert.x is the
 * application's and stays.
 *
 * @since 0.1
 */
public final class VertxWorkers {

  private final OffLoop threads;
  private final Workers workers;
  private final Refusals refusals;

  private VertxWorkers(OffLoop threads, Workers workers, Refusals refusals) {
    this.threads = threads;
    this.workers = workers;
    this.refusals = refusals;
  }

  /**
   * Joins the hosts of a cluster, those that are there and those that come. Tasks wait for a host.
   *
   * @param vertx a clustered Vert.x, whose event bus has TLS with required client certificates
   * @param options how to join, with {@link VertxWorkersOptions#withKeys keys}
   * @return a future that fails with {@link ConfigurationException} when the cluster isn't safe, or
   *     something asked for isn't there
   */
  public static Future<VertxWorkers> join(Vertx vertx, VertxWorkersOptions options) {
    OffLoop threads = new OffLoop(vertx);
    return threads.call(() -> join(threads, vertx, options)).onFailure(refused -> threads.close());
  }

  private static VertxWorkers join(OffLoop threads, Vertx vertx, VertxWorkersOptions options) {
    Refusals refusals = new Refusals();
    Workers workers = open(new JoinedTransport(vertx, refusals), options);
    return new VertxWorkers(threads, workers, refusals);
  }

  private static Workers open(JoinedTransport transport, VertxWorkersOptions options) {
    Workers.Builder builder =
        PoolEngine.over(transport)
            .slots(options.slots())
            .jvmOptions(options.jvmOptions().toArray(new String[0]))
            .inheritClassPath(false);
    options.processes().ifPresent(builder::processes);
    options.backend().ifPresent(builder::backend);
    options.options().forEach(builder::option);
    return builder.build();
  }

  /**
   * Runs a task on some worker.
   *
   * @param task what to run
   * @param <R> the type of the result
   * @return a future of the result
   */
  public <R> Future<R> submit(RemoteCallable<R> task) {
    return threads.compose(() -> workers.submit(task));
  }

  /**
   * Runs a task on some worker, with options of its own.
   *
   * @param task what to run
   * @param options how to run it
   * @param <R> the type of the result
   * @return a future of the result
   */
  public <R> Future<R> submit(RemoteCallable<R> task, CallOptions options) {
    return threads.compose(() -> workers.submit(task, options));
  }

  /**
   * Runs a task that has no result on some worker.
   *
   * @param task what to run
   * @return a future that ends when the task has ended
   */
  public Future<Void> run(RemoteRunnable task) {
    return threads.compose(() -> workers.run(task));
  }

  /**
   * Applies a function to each item on the workers.
   *
   * @param items the inputs, read once, in order, on another thread
   * @param function what to apply; encoded once
   * @param <T> the type of an item
   * @param <R> the type of a result
   * @return a future of the results in the order of the items, which may hold nulls
   */
  public <T, R> Future<List<R>> map(
      Iterable<? extends T> items, RemoteFunction<? super T, ? extends R> function) {
    return threads.call(() -> workers.map(items, function));
  }

  /**
   * Applies a function to each item on the workers, with options.
   *
   * @param items the inputs, read once, in order, on another thread
   * @param function what to apply; encoded once
   * @param options how to run it
   * @param <T> the type of an item
   * @param <R> the type of a result
   * @return a future of the results, in the order of the items unless the options say otherwise
   */
  public <T, R> Future<List<R>> map(
      Iterable<? extends T> items,
      RemoteFunction<? super T, ? extends R> function,
      CallOptions options) {
    return threads.call(() -> workers.map(items, function, options));
  }

  /**
   * Encodes a value once, to be sent once to each worker that a task carries it to.
   *
   * @param value what to share
   * @param <S> the type of the value
   * @return a future of a handle that tasks capture
   */
  public <S> Future<Shared<S>> share(S value) {
    return threads.call(() -> workers.share(value));
  }

  /**
   * Lists the workers as they are now.
   *
   * @return a future of a snapshot
   */
  public Future<List<WorkerInfo>> members() {
    return threads.call(workers::members);
  }

  /** Returns the pool behind it, for what takes no time. */
  Workers pool() {
    return workers;
  }

  /**
   * Tells how often something from the bus was refused, and why. Such a peer is told of in the log
   * as well.
   *
   * @return a count for each reason, those never met as well
   */
  public Map<Refusal, Long> refusals() {
    return refusals.counts();
  }

  /**
   * Finishes what was submitted, then ends the workers. A second call does nothing.
   *
   * @return a future that ends when they have ended
   */
  public Future<Void> close() {
    return threads
        .compose(
            () -> {
              workers.close();
              return CompletableFuture.<Void>completedFuture(null);
            })
        .onComplete(closed -> threads.close());
  }
}
