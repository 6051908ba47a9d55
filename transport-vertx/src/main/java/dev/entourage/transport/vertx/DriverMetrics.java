package dev.entourage.transport.vertx;

import dev.entourage.WorkerInfo.State;
import dev.entourage.Workers;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;
import java.util.Optional;

/**
 * What a driver has, on a cluster or in processes of its own, for Micrometer. It needs {@code
 * io.micrometer:micrometer-core} on the path, which comes with your registry.
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

  private final Workers workers;
  private final Optional<VertxWorkers> joined;
  private final String pool;

  /**
   * Makes the meters of a driver in a Vert.x application; {@link #bindTo} registers them.
   *
   * @param workers what was joined
   * @param pool tells it from others of this application
   */
  public DriverMetrics(VertxWorkers workers, String pool) {
    this(workers.pool(), Optional.of(workers), pool);
  }

  /**
   * Makes the meters of any other driver; {@link #bindTo} registers them.
   *
   * @param workers what was opened
   * @param pool tells it from others of this application
   */
  public DriverMetrics(Workers workers, String pool) {
    this(workers, Optional.empty(), pool);
  }

  private DriverMetrics(Workers workers, Optional<VertxWorkers> joined, String pool) {
    this.workers = workers;
    this.joined = joined;
    this.pool = pool;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Tags tags = Tags.of("pool", pool);
    bind(registry, tags, State.IDLE);
    bind(registry, tags, State.BUSY);
    joined.ifPresent(
        one ->
            RefusalMeters.bind(
                registry, "entourage.pool.refused", tags, one, VertxWorkers::refusals));
  }

  private void bind(MeterRegistry registry, Tags tags, State state) {
    Gauge.builder("entourage.pool.workers", workers, of -> count(of, state))
        .tags(tags.and("state", state.name().toLowerCase(Locale.ROOT)))
        .description("Worker JVMs of this driver")
        .register(registry);
  }

  private static double count(Workers workers, State state) {
    return workers.members().stream().filter(worker -> worker.state() == state).count();
  }
}
