package dev.entourage.transport.vertx;

import dev.entourage.HostInfo;
import dev.entourage.HostInfo.Counts;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;

/**
 * What a host does, for Micrometer. It needs {@code io.micrometer:micrometer-core} on the path,
 * which comes with your registry.
 *
 * <pre>{@code
 * WorkerVerticle verticle = new WorkerVerticle(options);
 * new HostMetrics(verticle).bindTo(registry);
 * }</pre>
 *
 * <p>All meters have a tag {@code host} with the host's name:
 *
 * <ul>
 *   <li>gauges {@code entourage.workers}, {@code entourage.workers.max} and {@code
 *       entourage.sessions}
 *   <li>counters {@code entourage.workers.started}, {@code entourage.workers.lost} and {@code
 *       entourage.tasks}, of what was passed on to workers
 *   <li>counters {@code entourage.bytes} with a tag {@code direction}, {@code in} to workers or
 *       {@code out} of them
 *   <li>counters {@code entourage.refused} with a tag {@code reason}, a {@link Refusal} in lower
 *       case
 * </ul>
 *
 * <p>They are zero until the verticle is deployed. Reading one takes no time and no lock, and
 * writing one nothing: a host counts anyway.
 *
 * @since 0.1
 */
@SuppressWarnings("exports") // Who has no Micrometer uses Entourage without it.
public final class HostMetrics implements MeterBinder {

  private final WorkerVerticle verticle;

  /**
   * Makes the meters of a host; {@link #bindTo} registers them.
   *
   * @param verticle the host, deployed or not yet
   */
  public HostMetrics(WorkerVerticle verticle) {
    this.verticle = verticle;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Tags tags = Tags.of("host", verticle.hostName());
    gauge(registry, tags, "workers", "Worker JVMs that live", info -> info.counts().workers());
    gauge(registry, tags, "workers.max", "Worker JVMs that may live", HostInfo::maxWorkers);
    gauge(registry, tags, "sessions", "Drivers that have a session", i -> i.sessions().size());
    count(registry, tags, "workers.started", "Worker JVMs that were started", Counts::started);
    count(registry, tags, "workers.lost", "Worker JVMs that ended unasked", Counts::lost);
    count(registry, tags, "tasks", "Tasks passed on to workers", Counts::tasks);
    bytes(registry, tags.and("direction", "in"), Counts::bytesIn);
    bytes(registry, tags.and("direction", "out"), Counts::bytesOut);
    RefusalMeters.bind(registry, "entourage.refused", tags, verticle, WorkerVerticle::refusals);
  }

  private void gauge(
      MeterRegistry registry,
      Tags tags,
      String name,
      String description,
      ToDoubleFunction<HostInfo> value) {
    Gauge.builder("entourage." + name, verticle, of -> read(of, value))
        .tags(tags)
        .description(description)
        .register(registry);
  }

  private void count(
      MeterRegistry registry,
      Tags tags,
      String name,
      String description,
      ToDoubleFunction<Counts> value) {
    FunctionCounter.builder("entourage." + name, verticle, of -> counts(of, value))
        .tags(tags)
        .description(description)
        .register(registry);
  }

  private void bytes(MeterRegistry registry, Tags tags, ToDoubleFunction<Counts> value) {
    FunctionCounter.builder("entourage.bytes", verticle, of -> counts(of, value))
        .tags(tags)
        .baseUnit("bytes")
        .description("What workers were sent and sent")
        .register(registry);
  }

  private static double counts(WorkerVerticle verticle, ToDoubleFunction<Counts> value) {
    return read(verticle, info -> value.applyAsDouble(info.counts()));
  }

  private static double read(WorkerVerticle verticle, ToDoubleFunction<HostInfo> value) {
    return verticle.known().map(value::applyAsDouble).orElse(0.0);
  }
}
