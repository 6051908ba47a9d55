package dev.entourage.transport.vertx;

import dev.entourage.spi.Transport;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** The cluster of a Vert.x that the application made, and will close. */
record JoinedTransport(Vertx vertx, boolean insecureLoopback) implements Transport {

  @Override
  public String id() {
    return "cluster";
  }

  @Override
  public Connection connect(Driver driver) {
    return ClusterConnection.open(driver, vertx, insecureLoopback, () -> {});
  }

  @Override
  public boolean mayWait() {
    return !Context.isOnEventLoopThread();
  }
}
