package dev.entourage.transport.vertx;

import dev.entourage.HostInfo;
import dev.entourage.engine.Host;
import dev.entourage.engine.HostOptions;
import dev.entourage.engine.Uplink;
import dev.entourage.spi.Transport;
import java.nio.ByteBuffer;
import java.util.List;

/** What a transport asks of a host, so that tests can look at frames without worker JVMs. */
interface HostEnd extends AutoCloseable {

  /** Makes the host of a verticle. */
  @FunctionalInterface
  interface Factory {
    HostEnd open(HostOptions options, Uplink uplink);
  }

  default void received(String session, byte[] frame) {
    received(session, List.of(ByteBuffer.wrap(frame)));
  }

  void received(String session, List<ByteBuffer> frame);

  /** Lets threads of a driver in this JVM read what a worker says. */
  default Transport.Inflow inflow(String session, String worker) {
    return Transport.Inflow.CLOSED;
  }

  void driverLeft(String session);

  HostInfo info();

  /**
   * Takes no more work, and waits for the end of what is under way.
   *
   * @return whether that came in time
   */
  boolean drain(long seconds);

  @Override
  void close();

  /** Opens a host that owns worker JVMs. */
  static HostEnd open(HostOptions options, Uplink uplink) {
    Host host = new Host(options, uplink);
    return new HostEnd() {
      @Override
      public void received(String session, List<ByteBuffer> frame) {
        host.received(session, frame);
      }

      @Override
      public Transport.Inflow inflow(String session, String worker) {
        return host.inflow(session, worker);
      }

      @Override
      public void driverLeft(String session) {
        host.driverLeft(session);
      }

      @Override
      public HostInfo info() {
        return host.info();
      }

      @Override
      public boolean drain(long seconds) {
        return host.drain(seconds);
      }

      @Override
      public void close() {
        host.close();
      }
    };
  }
}
