package dev.entourage.engine;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * Spreads the workers of a pool over its hosts, evenly.
 *
 * @param processes how many workers the pool asks for; if absent, one for each processor
 */
record Placement(OptionalInt processes) {

  /**
   * Picks the host for one more worker. Where there is no room, other drivers have to give some of
   * theirs.
   *
   * @param hosts all that have joined
   * @param workers how many the pool has
   */
  Optional<HostState> next(Collection<HostState> hosts, int workers) {
    if (processes.isPresent() && workers >= processes.getAsInt()) {
      return Optional.empty();
    }
    return emptiest(hosts, HostState::hasRoom).or(() -> emptiest(hosts, HostState::hasClaim));
  }

  /** Classes that this JVM's compiler makes may need its Java, so older hosts come last. */
  private Optional<HostState> emptiest(Collection<HostState> hosts, Predicate<HostState> fits) {
    boolean one = processes.isEmpty();
    int java = Runtime.version().feature();
    return hosts.stream()
        .filter(host -> fits.test(host) && !(one && host.isCrowded()))
        .min(
            Comparator.comparing((HostState host) -> host.java() < java)
                .thenComparingInt(HostState::workers));
  }
}
