package dev.entourage.transport.vertx;

import dev.entourage.engine.HostOptions;
import dev.entourage.engine.Uplink;
import dev.entourage.spi.Transport;
import java.nio.ByteBuffer;
import java.util.List;

/** A driver's way to the host in its own JVM. */
final class LocalConnection implements Transport.Connection {

  private final Transport.Driver driver;
  private final LocalBus bus;
  private HostEnd host;
  private LocalWay down;
  private volatile boolean closed;

  private LocalConnection(Transport.Driver driver) {
    this.driver = driver;
    this.bus = new LocalBus(driver.session());
  }

  static LocalConnection open(Transport.Driver driver, HostEnd.Factory hosts) {
    LocalConnection connection = new LocalConnection(driver);
    try {
      connection.start(hosts);
      return connection;
    } catch (RuntimeException | Error failure) {
      connection.close();
      throw failure;
    }
  }

  private void start(HostEnd.Factory hosts) {
    LocalWay up = bus.toDriver(this::received);
    host = hosts.open(new HostOptions(LocalBus.HOST, Integer.MAX_VALUE, true), uplink(up));
    down = bus.toHost(frame -> host.received(frame.session(), frame.pieces()));
    driver.joined(LocalBus.HOST);
  }

  private Uplink uplink(LocalWay up) {
    return new Uplink() {
      @Override
      public void send(String session, byte[] frame) {
        up.send(bus.frame(frame));
      }

      @Override
      public void pass(String session, byte[] frame) {
        up.pass(bus.frame(frame));
      }
    };
  }

  private void received(LocalFrame frame) {
    if (!closed) {
      driver.received(LocalBus.HOST, frame.pieces().get(0).array());
    }
  }

  @Override
  public void send(String to, byte[] frame) {
    down.send(bus.frame(frame));
  }

  @Override
  public void pass(String to, List<ByteBuffer> frame) {
    down.pass(bus.frame(frame));
  }

  @Override
  public Transport.Inflow inflow(String to, String worker) {
    return host.inflow(driver.session(), worker);
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      try {
        endHost();
      } finally {
        bus.close();
      }
    }
  }

  private void endHost() {
    if (host != null) {
      host.close();
    }
  }
}
