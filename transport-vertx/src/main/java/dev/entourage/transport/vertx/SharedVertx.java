package dev.entourage.transport.vertx;

import dev.entourage.ConfigurationException;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxBootstrap;
import java.security.CodeSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

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

  private static SharedVertx only;

  static synchronized SharedVertx get() {
    if (only == null) {
      only = makeApart();
    }
    return only;
  }

  /** On a thread that knows no class loader of the user's, as threads and contexts inherit it. */
  private static SharedVertx makeApart() {
    CompletableFuture<SharedVertx> made = new CompletableFuture<>();
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

  private static void make(CompletableFuture<SharedVertx> made) {
    try {
      SharedVertx shared = make();
      // Its thread starts with its first task, and inherits from who brings that.
      shared.vertx.runOnContext(ready -> made.complete(shared));
    } catch (LinkageError failure) {
      made.completeExceptionally(mixed(failure));
    } catch (RuntimeException | Error failure) {
      made.completeExceptionally(failure);
    }
  }

  /** Netty is managed by many a parent or BOM, to a version that Vert.x can't use. */
  private static ConfigurationException mixed(LinkageError failure) {
    return new ConfigurationException(
        "Vert.x could not start with the libraries of this class path: "
            + failure
            + ", Vert.x="
            + location(Vertx.class.getName())
            + ", Netty="
            + location("io.netty.channel.Channel")
            + ". Vert.x 5 needs Netty 4.2, and a parent or BOM of the application may have chosen"
            + " another: with Spring Boot's, set the property netty.version to that of Vert.x; else"
            + " import entourage-bom or netty-bom before it.",
        failure);
  }

  private static String location(String type) {
    try {
      Class<?> found = Class.forName(type, false, SharedVertx.class.getClassLoader());
      CodeSource source = found.getProtectionDomain().getCodeSource();
      return source == null ? "unknown" : String.valueOf(source.getLocation());
    } catch (ClassNotFoundException | LinkageError e) {
      return "none";
    }
  }

  private static SharedVertx make() {
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
}
