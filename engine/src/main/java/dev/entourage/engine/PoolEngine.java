package dev.entourage.engine;

import dev.entourage.Workers;
import dev.entourage.spi.Engine;
import dev.entourage.spi.Transport;
import java.util.Optional;

/**
 * Makes pools over the transports and backends that are there. Found by {@link Workers#builder()}.
 *
 * @since 0.1
 */
public final class PoolEngine implements Engine {

  /** Makes the engine, for {@link java.util.ServiceLoader}. */
  public PoolEngine() {}

  @Override
  public Workers.Builder newBuilder() {
    return new PoolBuilder();
  }

  /**
   * Starts the description of a pool over a transport that the caller has made. {@code
   * Workers.Builder.transport} then has no effect.
   *
   * @param transport reaches the hosts; connected when the pool is built
   * @return a new builder
   */
  public static Workers.Builder over(Transport transport) {
    return new PoolBuilder(Optional.of(transport));
  }
}
