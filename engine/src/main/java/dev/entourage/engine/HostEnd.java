package dev.entourage.engine;

import dev.entourage.HostInfo;
import dev.entourage.spi.Transport;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * What a transport asks of a {@link Host}, so that tests can look at frames without worker JVMs.
 * Thread-safe.
 *
 * @since 0.1
 */
public interface HostEnd extends AutoCloseable {

  /** Opens hosts; {@code Host::new} is the one for all but tests. */
  @FunctionalInterface
  interface Factory {

    /**
     * Opens a host.
     *
     * @param options what it offers
     * @param uplink the way to its drivers
     * @return the host, to be closed
     */
    HostEnd open(HostOptions options, Uplink uplink);
  }

  /**
   * A driver sent a frame. Returns at once, so it may be called on an event loop.
   *
   * @param session the driver's session; the first frame of one opens it
   * @param frame the bytes, which belong to the host from now on
   */
  default void received(String session, byte[] frame) {
    received(session, List.of(ByteBuffer.wrap(frame)));
  }

  /**
   * The same for a frame in pieces.
   *
   * @param session the driver's session
   * @param frame the pieces in their order, which are never changed
   */
  void received(String session, List<ByteBuffer> frame);

  /**
   * Lets threads of a driver in this JVM read what a worker says.
   *
   * @param session the driver's session
   * @param worker the name of a worker that has started
   * @return what it says; it goes the same way as ever, whoever reads it
   */
  default Transport.Inflow inflow(String session, String worker) {
    return Transport.Inflow.CLOSED;
  }

  /**
   * A driver is gone: its workers are ended. Returns at once.
   *
   * @param session the driver's session
   */
  void driverLeft(String session);

  /**
   * Tells what the host does, and for whom. Takes no time, and no lock that others hold.
   *
   * @return a snapshot
   */
  HostInfo info();

  /**
   * Takes no more work: asks all drivers to give their workers back, and waits until the tasks that
   * are under way have ended. Drivers send their other tasks elsewhere.
   *
   * @param seconds how long to wait at most
   * @return whether all workers have ended
   */
  boolean drain(long seconds);

  /** Ends all workers and waits until their processes are gone. */
  @Override
  void close();
}
