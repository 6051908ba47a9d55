package dev.entourage.engine;

import dev.entourage.ConfigurationException;
import dev.entourage.spi.Transport;
import java.time.Duration;

/** Refuses what a pool can't honour, instead of ignoring it. */
final class Require {

  private Require() {}

  static long atLeastOne(String name, long value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be at least 1: " + name + "=" + value);
    }
    return value;
  }

  static Duration positive(String name, Duration value) {
    if (value.isZero() || value.isNegative()) {
      throw new IllegalArgumentException(name + " must be positive: " + name + "=" + value);
    }
    return value;
  }

  static void mayWait(Transport transport, String what) {
    if (!transport.mayWait()) {
      throw new ConfigurationException(
          what
              + " encodes or waits, and an event loop must not: thread="
              + Thread.currentThread().getName()
              + ". Use dev.entourage.transport.vertx.VertxWorkers, or call it within"
              + " vertx.executeBlocking.");
    }
  }
}
