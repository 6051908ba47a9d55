package dev.entourage.transport.vertx;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * A counter for each reason why something was refused, those never met as well. Meters of one name
 * must have tags of the same names, so hosts and drivers have names of their own.
 */
final class RefusalMeters {

  private RefusalMeters() {}

  /** Registers them; they live as long as the one whose refusals they are. */
  static <T> void bind(
      MeterRegistry registry,
      String name,
      Tags tags,
      T of,
      Function<T, Map<Refusal, Long>> refusals) {
    for (Refusal reason : Refusal.values()) {
      FunctionCounter.builder(name, of, one -> refusals.apply(one).get(reason))
          .tags(tags.and("reason", reason.name().toLowerCase(Locale.ROOT)))
          .description("Messages that were not let in")
          .register(registry);
    }
  }
}
