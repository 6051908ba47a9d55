package dev.entourage.engine;

/**
 * Owns the worker JVMs of one machine: starts them, links to them, replaces them, ends them. Frames
 * come from drivers and go to them through a transport; no task runs in the host's JVM. Thread-safe.
 *
 * @since 0.1
 */
public final class Host implements AutoCloseable {

  /** The way from a host to its drivers. Thread-safe. */
  public interface Uplink {

    /**
     * Sends a frame to a driver. Frames to one session arrive in the order of the calls.
     *
     * @param session the driver's session
     * @param frame the bytes, which belong to the uplink from now on
     */
    void send(String session, byte[] frame);
  }

  /**
   * Makes a host without workers.
   *
   * @param options what it offers
   * @param uplink the way to the drivers
   */
  public Host(HostOptions options, Uplink uplink) {
    throw new UnsupportedOperationException("Host");
  }

  /**
   * A driver sent a frame. Returns at once, so it may be called on an event loop.
   *
   * @param session the driver's session; the first frame of one opens it
   * @param frame the bytes, which belong to the host from now on
   */
  public void received(String session, byte[] frame) {
    throw new UnsupportedOperationException("received");
  }

  /**
   * A driver is gone: its workers are ended. Returns at once.
   *
   * @param session the driver's session
   */
  public void driverLeft(String session) {
    throw new UnsupportedOperationException("driverLeft");
  }

  /** Ends all workers and waits until their processes are gone. */
  @Override
  public void close() {
    throw new UnsupportedOperationException("close");
  }
}
