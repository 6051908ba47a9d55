package dev.entourage.transport.vertx;

import dev.entourage.spi.Transport;
import io.vertx.core.Context;

/**
 * Worker processes on this machine: the host lives in the driver's JVM, and the two talk over a
 * local event bus, which needs no network. Where the application has other releases of Vert.x and
 * Netty, which that can't start with, or none, they do without. Its id is {@code processes}; it has
 * no options.
 *
 * @since 0.1
 */
public final class ProcessesTransport implements Transport {

  private final HostEnd.Factory hosts;

  /** Makes the transport, for {@link java.util.ServiceLoader}. */
  public ProcessesTransport() {
    this(HostEnd::open);
  }

  ProcessesTransport(HostEnd.Factory hosts) {
    this.hosts = hosts;
  }

  @Override
  public String id() {
    return "processes";
  }

  @Override
  public Connection connect(Driver driver) {
    return LocalConnection.open(driver, hosts);
  }

  @Override
  public boolean mayWait() {
    try {
      return !Context.isOnEventLoopThread();
    } catch (NoClassDefFoundError noVertx) {
      return true;
    }
  }
}
