package dev.entourage.transport.vertx;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Vert.x as a detail: few threads, no files, nothing on the console, no hold on the JVM's end. */
final class QuietVertx {

  static {
    QuietConsole.hush();
  }

  private static final Logger LOG = LoggerFactory.getLogger(QuietVertx.class);

  private QuietVertx() {}

  /** Sends what Vert.x would print to where the application's logs go. */
  static Vertx quiet(Vertx vertx) {
    return vertx.exceptionHandler(failure -> LOG.warn("On the event bus", failure));
  }

  static VertxOptions options() {
    return new VertxOptions()
        .setEventLoopPoolSize(1)
        .setWorkerPoolSize(1)
        .setInternalBlockingPoolSize(1)
        .setUseDaemonThread(true)
        .setPreferNativeTransport(false)
        .setBlockedThreadCheckInterval(1)
        .setBlockedThreadCheckIntervalUnit(TimeUnit.DAYS)
        .setFileSystemOptions(
            new FileSystemOptions()
                .setFileCachingEnabled(false)
                .setClassPathResolvingEnabled(false));
  }
}
