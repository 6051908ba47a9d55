package dev.entourage.transport.vertx;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxBootstrap;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one Vert.x of all process pools of a JVM. It is made with the first and never closed: closing
 * starts a thread of Netty's that keeps the JVM alive for a second, and a script would end so much
 * later. Its own threads are daemons, and don't refer to anything of who made a pool.
 *
 * @param vertx without a network
 * @param receivers what a consumer runs on that is being made by this thread; others get the usual
 * @param idle hears how many pools are open
 */
record SharedVertx(Vertx vertx, ThreadLocal<Executor> receivers, IdleLoop idle) {

  /** What Vert.x 5 starts with, and Netty has since 4.2. */
  private static final String NETTY = "io.netty.channel.MultiThreadIoEventLoopGroup";

  private static final Logger LOG = LoggerFactory.getLogger(SharedVertx.class);

  /** Null until the first pool; a Vert.x that could not start once never does. */
  private static Optional<SharedVertx> only;

  /** Empty where Vert.x can't start with the libraries of this class path. */
  static synchronized Optional<SharedVertx> find() {
    if (only == null) {
      only = makeApart();
    }
    return only;
  }

  /** On a thread that knows no class loader of the user's, as threads and contexts inherit it. */
  private static Optional<SharedVertx> makeApart() {
    CompletableFuture<Optional<SharedVertx>> made = new CompletableFuture<>();
    Thread maker = new Thread(null, () -> make(made), "entourage-bus", 0, false);
    maker.setDaemon(true);
    maker.setContextClassLoader(SharedVertx.class.getClassLoader());
    maker.start();
    try {
      return made.join();
    } catch (CompletionException failure) {
      throw Blocking.unchecked(failure.getCause());
    }
  }

  private static void make(CompletableFuture<Optional<SharedVertx>> made) {
    try {
      SharedVertx shared = make();
      // Its thread starts with its first task, and inherits from who brings that.
      shared.vertx.runOnContext(ready -> made.complete(Optional.of(shared)));
    } catch (LinkageError failure) {
      LOG.debug("Pools of processes do without an event bus", MixedLibraries.named(failure));
      made.complete(Optional.empty());
    } catch (RuntimeException | Error failure) {
      made.completeExceptionally(failure);
    }
  }

  private static SharedVertx make() {
    requireNetty();
    ThreadLocal<Executor> receivers = new ThreadLocal<>();
    Vertx vertx =
        VertxBootstrap.create()
            // While it is idle its loop waits, which isn't worth a warning.
            .options(QuietVertx.options().setMaxEventLoopExecuteTime(Long.MAX_VALUE))
            .eventExecutorProvider(thread -> receivers.get())
            .init()
            .vertx();
    vertx.eventBus().registerCodec(new LocalFrameCodec());
    return new SharedVertx(vertx, receivers, new IdleLoop(vertx.getOrCreateContext()));
  }

  /** An older one would make new Javas warn of what it does before it is found to be too old. */
  private static void requireNetty() {
    try {
      Class.forName(NETTY, false, SharedVertx.class.getClassLoader());
    } catch (ClassNotFoundException older) {
      throw new NoClassDefFoundError(NETTY);
    }
  }

  /** Returns an executor on the event loop. */
  Executor loop() {
    Context loop = vertx.getOrCreateContext();
    return task -> loop.runOnContext(ignored -> task.run());
  }

  void enter() {
    idle.enter();
  }

  void leave() {
    idle.leave();
  }
}
