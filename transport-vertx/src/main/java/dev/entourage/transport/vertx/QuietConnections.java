package dev.entourage.transport.vertx;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps a clustered Vert.x that we made from telling, with stack traces, of each connection to a
 * member that died. We tell of it too, in a line and where the application's logs go.
 */
final class QuietConnections {

  /** Vert.x takes the JDK's logging, which prints by default, where SLF4J has no provider. */
  private static final List<Logger> LOGGERS =
      List.of(
          Logger.getLogger("io.vertx.core.net.impl.ConnectionBase"),
          Logger.getLogger("io.vertx.core.eventbus.impl.clustered"));

  private QuietConnections() {}

  /** Levels that the user has set stay. */
  static void hush() {
    for (Logger logger : LOGGERS) {
      if (logger.getLevel() == null) {
        logger.setLevel(Level.OFF);
      }
    }
  }
}
