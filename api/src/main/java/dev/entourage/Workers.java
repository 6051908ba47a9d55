package dev.entourage;

import dev.entourage.spi.ClassBytesSource;
import dev.entourage.spi.Engine;
import dev.entourage.spi.PreparationLayer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;

/**
 * A pool of worker JVMs that run functions of this one, with their state and their classes.
 *
 * <pre>{@code
 * try (Workers workers = Workers.local(2)) {
 *   int factor = 3;
 *   List<Integer> tripled = workers.map(List.of(1, 2, 3), x -> x * factor);
 * }
 * }</pre>
 *
 * <p>The workers are processes of their own that have never heard of the caller's classes. Nothing
 * is to be listed, uploaded or marked: what a function reaches travels with it, by content, once a
 * worker.
 *
 * <p>When {@code submit} returns, the task and its state are encoded: what the caller changes
 * afterwards doesn't travel. Items of {@code map} and {@code stream} are encoded when their turn
 * comes. The caller's objects are never changed.
 *
 * <p>A task may capture the pool that it runs in and submit to it: it needs no slot while it waits.
 *
 * <p>All methods may be called from any thread but an event loop, where they are refused. Every
 * future ends exactly once and never completes on an event loop.
 *
 * <p>Java Flight Recorder hears of each task, on the driver and on workers that are started with a
 * recording: {@code dev.entourage.Prepare}, {@code dev.entourage.Ship}, {@code dev.entourage.Run}.
 *
 * @since 0.1
 */
public interface Workers extends AutoCloseable {

  /**
   * Opens a pool of worker processes on this machine, with the default backend.
   *
   * @param processes how many worker JVMs, at least 1
   * @return an open pool; close it to end the workers
   * @throws ConfigurationException when no engine, transport or backend is found, or more than one
   *     fits; the message names the dependency to add
   */
  static Workers local(int processes) {
    return builder().transport("processes").processes(processes).build();
  }

  /**
   * Starts the description of a pool.
   *
   * @return a new builder, for one thread
   * @throws ConfigurationException when no engine is found
   */
  static Builder builder() {
    return Engine.find().newBuilder();
  }

  /**
   * Runs a task on some worker.
   *
   * @param task what to run; encoded before this method returns
   * @param <R> the type of the result
   * @return a future of the result. It fails with {@link RemoteTaskException} when the task throws,
   *     {@link WorkerLostException} when its workers die, {@link MarshallingException} when the
   *     result can't travel, {@link ConfigurationException} when no worker lives and none can be
   *     started. The pool tries that several times, with pauses, and gives up what waits; the next
   *     task makes it try again, so a pool outlives a cause that passes
   * @throws PreparationException when the task holds something that can't travel; the message has
   *     the path to it
   */
  <R> CompletableFuture<R> submit(RemoteCallable<R> task);

  /**
   * Runs a task on some worker, with options of its own.
   *
   * @param task what to run
   * @param options how to run it
   * @param <R> the type of the result
   * @return a future of the result, as of {@link #submit(RemoteCallable)}
   */
  <R> CompletableFuture<R> submit(RemoteCallable<R> task, CallOptions options);

  /**
   * Runs a task that has no result on some worker.
   *
   * @param task what to run
   * @return a future that ends when the task has ended, and fails as that of {@link
   *     #submit(RemoteCallable)} does
   */
  CompletableFuture<Void> run(RemoteRunnable task);

  /**
   * Applies a function to each item on the workers and waits for all results. State that the
   * function changes lives on from item to item of this call on the same worker, and never comes
   * back: don't rely on which items meet.
   *
   * @param items the inputs, read once, in order
   * @param function what to apply; encoded once
   * @param <T> the type of an item
   * @param <R> the type of a result
   * @return the results in the order of the items, which may hold nulls
   * @throws RemoteTaskException when the function throws for an item
   * @throws PreparationException when the function or an item can't travel
   */
  <T, R> List<R> map(Iterable<? extends T> items, RemoteFunction<? super T, ? extends R> function);

  /**
   * Applies a function to each item on the workers, with options, and waits for all results.
   *
   * @param items the inputs, read once, in order
   * @param function what to apply; encoded once
   * @param options how to run it
   * @param <T> the type of an item
   * @param <R> the type of a result
   * @return the results, in the order of the items unless the options say otherwise
   */
  <T, R> List<R> map(
      Iterable<? extends T> items,
      RemoteFunction<? super T, ? extends R> function,
      CallOptions options);

  /**
   * Applies a function to each item lazily, with a bounded number of items under way.
   *
   * @param items the inputs, possibly without an end
   * @param function what to apply; encoded once
   * @param <T> the type of an item
   * @param <R> the type of a result
   * @return the results in the order of the items; close it to stop early
   */
  <T, R> Stream<R> stream(
      Iterable<? extends T> items, RemoteFunction<? super T, ? extends R> function);

  /**
   * Applies a function to each item lazily, with options.
   *
   * @param items the inputs, possibly without an end
   * @param function what to apply; encoded once
   * @param options how to run it
   * @param <T> the type of an item
   * @param <R> the type of a result
   * @return the results, in the order of the items unless the options say otherwise
   */
  <T, R> Stream<R> stream(
      Iterable<? extends T> items,
      RemoteFunction<? super T, ? extends R> function,
      CallOptions options);

  /**
   * Encodes a value once, to be sent once to each worker that a task carries it to.
   *
   * @param value what to share; tasks see it as it was at this call
   * @param <S> the type of the value
   * @return a handle that tasks capture; {@link Shared#get()} works on both sides
   * @throws PreparationException when the value can't travel
   */
  <S> Shared<S> share(S value);

  /**
   * Shows this pool as the JDK's own interface. What fails does so with the same exceptions as
   * elsewhere here, so the cause of an ExecutionException is a {@link RemoteTaskException}, and its
   * cause is what the task threw.
   *
   * @return an executor over the same workers. To shut it down ends the tasks that it was given,
   *     and leaves the pool to others
   */
  ExecutorService executor();

  /**
   * Tells what would travel with a value, and why, without sending anything: print what it returns.
   * What can't travel is told, too, all of it, and no error.
   *
   * @param value a task or any object
   * @return the classes, the sizes by path, the static fields, and what each layer did
   */
  Explanation explain(Object value);

  /**
   * Lists the workers as they are now.
   *
   * @return a snapshot
   */
  List<WorkerInfo> members();

  /** Finishes what was submitted, then ends the workers. A second call does nothing. */
  @Override
  void close();

  /**
   * Ends the workers without waiting for their tasks.
   *
   * @return the tasks that had not started
   */
  List<Runnable> shutdownNow();

  /**
   * Describes a pool before it is opened. Each method returns this builder. Not thread-safe.
   *
   * @since 0.1
   */
  interface Builder {

    /**
     * Sets how many worker JVMs the pool has.
     *
     * @param n at least 1; by default the number of processors
     * @return this builder
     */
    Builder processes(int n);

    /**
     * Sets how many tasks one worker runs at once.
     *
     * @param tasksAtOnceInOneWorker at least 1; 1 by default
     * @return this builder
     */
    Builder slots(int tasksAtOnceInOneWorker);

    /**
     * Picks the serialization backend.
     *
     * @param id such as {@code "kryo"}; by default Kryo when it is there, else the only one found
     * @return this builder
     */
    Builder backend(String id);

    /**
     * Picks the transport.
     *
     * @param id {@code "processes"} or {@code "cluster"}; by default the former, and the latter in
     *     scripts that {@code entourage run --cluster} runs
     * @return this builder
     */
    Builder transport(String id);

    /**
     * Limits the time of each task, from its start on a worker. A task that takes longer is
     * interrupted, and its worker is ended and replaced when that doesn't help; its future fails
     * with {@link TaskTimeoutException}.
     *
     * @param d a positive duration; no limit by default
     * @return this builder
     */
    Builder timeout(Duration d);

    /**
     * Sets how many workers a task may lose before it is given up. Only the end of a worker makes a
     * task run again: what a task throws is reported, and so is {@link System#exit}.
     *
     * @param n at least 1, which says that no task may run twice; 3 by default
     * @return this builder
     */
    Builder attempts(int n);

    /**
     * Adds options to the command line of each worker JVM, behind what it has by default: the
     * driver's locale and time zone, and for more than three workers on one machine an equal share
     * of its memory as the largest heap.
     *
     * @param options such as {@code "-Xmx512m"}
     * @return this builder
     */
    Builder jvmOptions(String... options);

    /**
     * Gives the workers just these environment variables.
     *
     * @param only names and values; by default the workers inherit the driver's
     * @return this builder
     */
    Builder environment(Map<String, String> only);

    /**
     * Says whether workers see the jars of the driver's class path and module path. A jar that
     * leads to code which travels, such as a class in a folder that it mentions, travels in any
     * case.
     *
     * @param yes true (the default in a process pool): jars are used in place; false: bare workers,
     *     all travels but the JDK and what {@link #byReference} names
     * @return this builder
     */
    Builder inheritClassPath(boolean yes);

    /**
     * Ships these packages, modules or jars, and the jars that lead to them. A jar goes one way as
     * a whole, also when one of its packages is named.
     *
     * @param packagesOrModules each a package such as {@code "com.acme"}, which stands for those
     *     below it; a module; or a jar of the class path or module path, by its file name or its
     *     path. Where several fit, the longest decides. {@link #build()} refuses names that mean
     *     nothing or contradict each other.
     * @return this builder
     */
    Builder byValue(String... packagesOrModules);

    /**
     * Never ships these packages, modules or jars: workers on this machine use the jars where they
     * are, bare ones too. Refused when the workers could not have it: what lies in no jar by {@link
     * #build()}, and a jar that leads to code which travels when a task needs it.
     *
     * @param packagesOrModules names as of {@link #byValue}
     * @return this builder
     */
    Builder byReference(String... packagesOrModules);

    /**
     * Lets the static fields of these packages or modules travel, as those of scripts, JShell
     * snippets and classes in memory do anyway: a task finds the values that its code may read as
     * they were when it was submitted. Only classes that travel have fields of their own on a
     * worker, so a package in a jar must be one of {@link #byValue} as well.
     *
     * @param packagesOrModules names
     * @return this builder
     */
    Builder statics(String... packagesOrModules);

    /**
     * Adds a layer behind the four of the preparer.
     *
     * @param layer the layer; called from each thread that submits
     * @return this builder
     */
    Builder layer(PreparationLayer layer);

    /**
     * Adds a source of class bytes, asked when a class's own loader has none.
     *
     * @param source the source
     * @return this builder
     */
    Builder bytes(ClassBytesSource source);

    /**
     * Warns about a task whose encoded state is larger, with the paths that hold most of it: once
     * for the tasks of one place in the code, and again when they have doubled. The warning goes to
     * the log, or to standard error where there is none.
     *
     * @param bytes at least 1; 10 MB by default
     * @return this builder
     */
    Builder warnAbove(long bytes);

    /**
     * Refuses a task or shared value whose encoded state is larger, with the paths that hold most
     * of it.
     *
     * @param bytes at least 1; 1 GiB by default
     * @return this builder
     */
    Builder refuseAbove(long bytes);

    /**
     * Reports progress of every call.
     *
     * @param l the listener
     * @return this builder
     */
    Builder onProgress(ProgressListener l);

    /**
     * Sets an option of the chosen transport or backend.
     *
     * @param name the option's name; an unknown one is refused by {@link #build()}
     * @param value its value
     * @return this builder
     */
    Builder option(String name, String value);

    /**
     * Opens the pool.
     *
     * @return an open pool
     * @throws ConfigurationException when something asked for isn't there or doesn't fit
     */
    Workers build();
  }
}
