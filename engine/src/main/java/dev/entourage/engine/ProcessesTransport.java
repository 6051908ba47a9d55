package dev.entourage.engine;

import dev.entourage.spi.Transport;

/**
 * Worker processes on this machine: the host lives in the driver's JVM, and the two hand frames to
 * each other. Its id is {@code processes}; it has no options, and needs no library.
 *
 * @since 0.1
 */
public final class ProcessesTransport implements Transport {

  private final HostEnd.Factory hosts;

  /** Makes the transport, for {@link java.util.ServiceLoader}. */
  public ProcessesTransport() {
    this(Host::new);
  }

  ProcessesTransport(HostEnd.Factory hosts) {
    this.hosts = hosts;
  }

  @Override
  public String id() {
    return Choice.PROCESSES;
  }

  @Override
  public Connection connect(Driver driver) {
    return LocalConnection.open(driver, hosts);
  }

  @Override
  public boolean mayWait() {
    return !EventLoops.here();
  }
}
