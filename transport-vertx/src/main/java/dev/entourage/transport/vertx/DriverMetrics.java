package dev.entourage.transport.vertx;

import dev.entourage.WorkerInfo.State;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;

/**
 * What a driver has on a cluster, for Micrometer. It needs {@code io.micrometer:micrometer-core} on
 * the path, which comes with your registry.
 *
 * <p>All meters have a tag {@code pool} with a name of your choice:
 *
 * <ul>
 *   <li>gauges {@code entourage.pool.workers} with a tag {@code state}, {@code idle} or {@code
 *       busy}
 *   <li>counters {@code entourage.pool.refused} with a tag {@code reason}, a {@link Refusal} in
 *       lower case
 * </ul>
 *
 * <p>What single tasks cost is recorded by Java Flight Recorder.
 *
 * @since 0.1
 */
@SuppressWarnings("exports") // Who has no Micrometer uses Entourage without it.
public final class DriverMetrics implements MeterBinder {

  private final VertxWorkers workers;
  private final String pool;

  /**
   * Makes the meters of a driver; {@link #bindTo} registers them.
   *
   * @param workers what was joined
   * @param pool tells it from others of this application
   */
  public DriverMetrics(VertxWorkers workers, String pool) {
    this.workers = workers;
    this.pool = pool;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Tags tags = Tags.of("pool", pool);
    bind(registry, tags, State.IDLE);
    bind(registry, tags, State.BUSY);
    RefusalMeters.bind(registry, "entourage.pool.refused", tags, workers, VertxWorkers::refusals);
  }

  private void bind(MeterRegistry registry, Tags tags, State state) {
    Gauge.builder("entourage.pool.workers", workers, of -> count(of, state))
        .tags(tags.and("state", state.name().toLowerCase(Locale.ROOT)))
        .description("Worker JVMs of this driver")
        .register(registry);
  }

  private static double count(VertxWorkers workers, State state) {
    return workers.known().stream().filter(worker -> worker.state() == state).count();
  }
}
