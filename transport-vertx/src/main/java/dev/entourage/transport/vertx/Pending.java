package dev.entourage.transport.vertx;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Handshakes under way, by the names of their links. There are never many: when there are too many
 * the oldest makes room, since an honest one takes milliseconds, and a flood must not keep it out.
 * Not thread-safe.
 */
final class Pending<S> {

  /** More than a driver has hosts, or a host gets drivers, at once. */
  static final int MAX = 256;

  /** How long a handshake may take, in nanoseconds. */
  static final long PATIENCE = 5_000_000_000L;

  private record Begun<S>(S state, long since) {}

  private final Map<String, Begun<S>> begun = new LinkedHashMap<>();

  /** Remembers a handshake, or its next step. */
  void put(String link, S state, long now) {
    begun.put(link, new Begun<>(state, now));
    if (begun.size() > MAX) {
      Iterator<String> oldest = begun.keySet().iterator();
      oldest.next();
      oldest.remove();
    }
  }

  /** Returns how far a handshake is, or null when there is none of that name. */
  S get(String link) {
    Begun<S> known = begun.get(link);
    return known == null ? null : known.state;
  }

  void remove(String link) {
    begun.remove(link);
  }

  boolean any(Predicate<S> which) {
    return begun.values().stream().anyMatch(one -> which.test(one.state));
  }

  int size() {
    return begun.size();
  }

  /** Forgets those that take too long. */
  void look(long now) {
    begun.values().removeIf(one -> now - one.since > PATIENCE);
  }
}
