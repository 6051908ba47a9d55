package dev.entourage.transport.vertx;

import dev.entourage.spi.Transport;
import io.vertx.core.Vertx;

/** A driver's way to the host in its own JVM. */
final class LocalConnection implements Transport.Connection {

  private final Transport.Driver driver;
  private final Vertx vertx;
  private final LocalBus bus;
  private volatile String hostId;
  private volatile boolean closed;

  private LocalConnection(Transport.Driver driver, Vertx vertx) {
    this.driver = driver;
    this.vertx = vertx;
    this.bus = new LocalBus(vertx);
  }

  static LocalConnection open(Transport.Driver driver, HostEnd.Factory hosts) {
    LocalConnection connection = new LocalConnection(driver, QuietVertx.local());
    try {
      connection.start(hosts);
      return connection;
    } catch (RuntimeException | Error failure) {
      connection.close();
      throw failure;
    }
  }

  private void start(HostEnd.Factory hosts) {
    PartCodec.register(vertx);
    bus.atDriver(driver.session(), this::received);
    hostId = Blocking.await(vertx.deployVerticle(new LocalHostVerticle(hosts)));
    driver.joined(LocalBus.HOST);
  }

  private void received(Part part) {
    if (!closed) {
      driver.received(LocalBus.HOST, part.bytes());
    }
  }

  @Override
  public void send(String host, byte[] frame) {
    bus.toHost(driver.session(), frame);
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      if (hostId != null) {
        Blocking.await(vertx.undeploy(hostId)); // First, so that what it still says is heard.
      }
    } finally {
      Blocking.await(vertx.close());
    }
  }
}
