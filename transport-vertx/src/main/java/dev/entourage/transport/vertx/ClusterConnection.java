package dev.entourage.transport.vertx;

import dev.entourage.spi.Transport;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.atomic.AtomicBoolean;

/** A driver's way to the hosts of a cluster. */
final class ClusterConnection implements Transport.Connection {

  private final Vertx vertx;
  private final ClusterDriverVerticle verticle;
  private final Runnable afterwards;
  private final AtomicBoolean closed = new AtomicBoolean();

  private ClusterConnection(Vertx vertx, ClusterDriverVerticle verticle, Runnable afterwards) {
    this.vertx = vertx;
    this.verticle = verticle;
    this.afterwards = afterwards;
  }

  /**
   * Puts a driver on the bus.
   *
   * @param trust what the driver was told about trust
   * @param refusals counts what isn't let in
   * @param afterwards what to do when it has left, or didn't get there
   */
  static ClusterConnection open(
      Transport.Driver driver,
      Vertx vertx,
      DriverTrust trust,
      Refusals refusals,
      Runnable afterwards) {
    try {
      ClusterTrust.require(vertx, trust.insecureLoopback());
      ClusterDriverVerticle verticle =
          new ClusterDriverVerticle(driver, trust.credentials(), refusals);
      Blocking.await(vertx.deployVerticle(verticle));
      return new ClusterConnection(vertx, verticle, afterwards);
    } catch (RuntimeException | Error failure) {
      afterwards.run();
      throw failure;
    }
  }

  @Override
  public void send(String host, byte[] frame) {
    verticle.send(host, frame);
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      verticle.leave();
      try {
        Blocking.await(undeploy());
      } finally {
        afterwards.run();
      }
    }
  }

  private Future<Void> undeploy() {
    String id = verticle.deploymentID();
    return vertx.deploymentIDs().contains(id)
        ? vertx.undeploy(id)
        : Future.succeededFuture(); // The application has closed its Vert.x.
  }
}
