package dev.entourage.transport.vertx;

import dev.entourage.spi.Transport;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Set;

/** The cluster of a Vert.x that the application made, and will close. */
record JoinedTransport(Vertx vertx, Refusals refusals) implements Transport {

  @Override
  public String id() {
    return "cluster";
  }

  @Override
  public Set<String> options() {
    return Set.of(ClusterOptions.INSECURE_LOOPBACK, ClusterOptions.KEY, ClusterOptions.HOSTS);
  }

  @Override
  public Connection connect(Driver driver) {
    return ClusterConnection.open(
        driver, vertx, DriverTrust.read(driver::option), refusals, () -> {});
  }

  @Override
  public boolean mayWait() {
    return !Context.isOnEventLoopThread();
  }
}
