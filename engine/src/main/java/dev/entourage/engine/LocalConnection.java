package dev.entourage.engine;

import dev.entourage.spi.Transport;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * A driver's way to the host in its own JVM. A frame is handed over as it is, on the thread that
 * sends it, as both receivers return at once; see {@link SenderThread}.
 */
final class LocalConnection implements Transport.Connection {

  /** The name of that host. */
  private static final String HOST = "local";

  private final Transport.Driver driver;
  private final SenderThread up = new SenderThread(LocalConnection::onThread);
  private final SenderThread down = new SenderThread(LocalConnection::onThread);
  private HostEnd host;
  private volatile boolean closed;

  private LocalConnection(Transport.Driver driver) {
    this.driver = driver;
  }

  static LocalConnection open(Transport.Driver driver, HostEnd.Factory hosts) {
    LocalConnection connection = new LocalConnection(driver);
    connection.host =
        hosts.open(
            new HostOptions(HOST, Integer.MAX_VALUE, true),
            (session, frame) -> connection.received(frame));
    driver.joined(HOST);
    return connection;
  }

  private void received(byte[] frame) {
    up.execute(
        () -> {
          if (!closed) {
            driver.received(HOST, frame);
          }
        });
  }

  @Override
  public void send(String to, byte[] frame) {
    pass(to, List.of(ByteBuffer.wrap(frame)));
  }

  @Override
  public void pass(String to, List<ByteBuffer> frame) {
    down.execute(
        () -> {
          if (!closed) {
            host.received(driver.session(), frame);
          }
        });
  }

  @Override
  public Transport.Inflow inflow(String to, String worker) {
    return host.inflow(driver.session(), worker);
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      host.close();
    }
  }

  private static void onThread(Runnable task) {
    Threads.start("entourage-frames", task);
  }
}
