package dev.entourage.engine;

import dev.entourage.EntourageException;
import dev.entourage.ProgressListener;
import dev.entourage.WorkerInfo;
import dev.entourage.preparer.Codec;
import dev.entourage.preparer.FormKind;
import dev.entourage.preparer.Preparer;
import dev.entourage.spi.NormalForm;
import dev.entourage.spi.Transport;
import dev.entourage.worker.ApplyKind;
import dev.entourage.worker.BusMessage.OpenSession;
import dev.entourage.worker.CallKind;
import dev.entourage.worker.PoolHandle;
import dev.entourage.worker.PoolKind;
import dev.entourage.worker.SharedKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Puts the parts of a pool together, opens it and ends it. Thread-safe. */
final class PoolLife {

  /** How long hosts may take to end a session, in seconds; they destroy workers long before. */
  private static final long PATIENCE = 20;

  /** How often the pool looks whether it is without a host, in seconds. */
  private static final long LOOK = 10;

  private final PoolOptions options;
  private final Shares shares = new Shares();
  private final Bus bus;
  private final Supplier<Transport.Connection> connection;
  private final Journal journal;
  private final Preparer preparer;
  private final Codec codec;
  private final Dispatcher dispatcher;
  private final OpenTasks open;
  private final HostJavas javas = new HostJavas();
  private final Hosts hosts;
  private final CodeDesk desk;
  private final NestedDesk nested;
  private final Results results;
  private final Optional<ProgressBar> bar;
  private final Console console = new Console();
  private final Notices notices = new Notices(console);
  private final Awaited closing = new Awaited();
  private final ExecutorService control =
      Executors.newSingleThreadExecutor(Threads.named("entourage-control"));
  private final ExecutorService replies = replies();
  private final Endings endings = new Endings(new Guarded(replies));
  private ScheduledFuture<?> look;
  private final AtomicReference<PoolHandle> pool = new AtomicReference<>();
  private boolean ended;

  private PoolLife(
      PoolOptions options,
      Bus bus,
      Supplier<Transport.Connection> connection,
      Optional<ProgressBar> bar) {
    this.options = options;
    this.bus = bus;
    this.connection = connection;
    this.bar = bar;
    List<FormKind> kinds =
        List.of(
            new SharedKind(shares::handle),
            new ApplyKind(),
            new CallKind(),
            new PoolKind(pool::get));
    journal = new Journal(options.backend().id());
    preparer = new Preparer(options.preparer(kinds), notices::warn);
    codec = codec();
    dispatcher = new Dispatcher(options.slots(), bus, endings, journal);
    open = new OpenTasks(dispatcher::stop);
    hosts = new Hosts(options, opening(), bus, dispatcher, javas, notices, new Guarded(control));
    desk = new CodeDesk(preparer, shares, bus, dispatcher::sent, journal);
    nested = new NestedDesk(dispatcher, open, bus, options.tasks());
    results = new Results(options.backend(), preparer.library(), kinds);
  }

  static PoolLife open(PoolOptions options) {
    // First of all: while a cluster's Vert.x looks for SLF4J, System.err is another stream.
    Optional<ProgressBar> bar = ProgressBar.asAsked();
    Bus bus = new Bus(options.transportOptions());
    Supplier<Transport.Connection> connection = HeadStart.begin(options, bus);
    try {
      PoolLife life = new PoolLife(options, bus, connection, bar);
      life.connect();
      return life;
    } catch (RuntimeException | Error e) {
      HeadStart.drop(bus.session());
      throw e;
    }
  }

  /** Says which handle stands for this pool. */
  void belongsTo(PoolHandle handle) {
    pool.set(handle);
  }

  Submission submission() {
    SizeCheck sizes = new SizeCheck(options.limits(), preparer, notices);
    Explaining explaining = Explaining.asAsked(preparer, codec, notices);
    return new Submission(
        preparer, codec, sizes, explaining, shares, dispatcher, javas, open, journal);
  }

  /** How many items of a call are under way at once: each slot has a next one waiting. */
  int window() {
    int workers = options.processes().orElse(Runtime.getRuntime().availableProcessors());
    return Math.max(8, 3 * workers * options.slots());
  }

  /** The futures of tasks that no worker has. */
  Set<CompletableFuture<?>> waiting() {
    return dispatcher.backlog().futures();
  }

  /** Makes what shows a call to whoever watches this pool in a terminal. */
  Optional<BarCall> shown(long total) {
    return bar.map(found -> found.call(total));
  }

  /** Who hears of a call. */
  List<ProgressListener> listeners(Optional<BarCall> shown) {
    List<ProgressListener> all = new ArrayList<>(options.listeners());
    shown.ifPresent(all::add);
    return all;
  }

  TaskLimits limits() {
    return options.tasks();
  }

  @Override
  public String toString() {
    return "open=" + open.copy().size() + ", " + dispatcher;
  }

  List<WorkerInfo> members() {
    return dispatcher.members();
  }

  /** Finishes what was submitted; an interrupt ends the wait, and the workers at once. */
  void close() {
    if (open.close()) {
      boolean finished = open.awaitNone();
      end(!finished);
    }
  }

  List<Runnable> shutdownNow() {
    open.close();
    List<Ticket> waiting = dispatcher.backlog().drain();
    failAll(new CancellationException("The pool was shut down"));
    end(true);
    return Unstarted.of(waiting);
  }

  private void connect() {
    try {
      connectNow();
    } catch (RuntimeException | Error e) {
      end(true);
      throw e;
    }
  }

  private void connectNow() {
    bar.ifPresent(found -> found.opened(this, () -> members().size()));
    bus.connect(
        connection,
        new Inbox(
            dispatcher,
            hosts,
            desk,
            nested,
            results,
            console,
            closing,
            new Guarded(control),
            endings));
    look = Clock.every(LOOK, TimeUnit.SECONDS, () -> new Guarded(control).execute(hosts::look));
  }

  private synchronized void end(boolean now) {
    if (ended) {
      return;
    }
    ended = true;
    bar.ifPresent(found -> found.closed(this));
    closeSessions(now);
    HeadStart.drop(bus.session());
    bus.close();
    failAll(new EntourageException("The pool was closed"));
    stopThreads();
  }

  private void failAll(RuntimeException why) {
    Set<Ticket> all = open.copy();
    all.forEach(ticket -> ticket.future().doom());
    all.forEach(ticket -> endings.endOneOfSeveral(ticket, () -> ticket.fail(why)));
  }

  private void closeSessions(boolean now) {
    try {
      control.submit(() -> hosts.close(now, closing)).get();
      closing.await(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      Log.LOG.warn("Could not tell the hosts that the pool closes", e);
    }
  }

  private void stopThreads() {
    if (look != null) {
      look.cancel(false);
    }
    control.shutdown();
    desk.close();
    console.close();
    replies.shutdown();
    results.close();
    codec.close();
  }

  private Codec codec() {
    NormalForm normalForm = preparer.normalForm();
    return new Codec(options.backend().marshaller(normalForm), normalForm);
  }

  private OpenSession opening() {
    return new OpenSession(
        options.backend().id(),
        options.jvmOptions(),
        options.environment(),
        preparer.inherited().stream().map(Path::toString).toList(),
        options.slots(),
        options.limits().frameCap());
  }

  /** A thread that joins a future makes room for another, so callbacks may wait for tasks. */
  private static ExecutorService replies() {
    int parallelism = Math.max(2, Runtime.getRuntime().availableProcessors());
    return new ForkJoinPool(parallelism, PoolLife::replyThread, null, true);
  }

  /** Under a security manager the JDK's own threads may do nothing. */
  private static ForkJoinWorkerThread replyThread(ForkJoinPool pool) {
    ForkJoinWorkerThread thread = new ForkJoinWorkerThread(pool) {};
    thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
    return thread;
  }
}
