package dev.entourage.engine;

import dev.entourage.Workers;
import dev.entourage.spi.Engine;

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
}
