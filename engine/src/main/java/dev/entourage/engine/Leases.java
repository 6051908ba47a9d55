package dev.entourage.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Who may have how many workers of a host. While there is room everybody gets what he asks for. In
 * a full host a session has a right to its share, and those that have more give back; where there
 * are more sessions than workers they take turns. For the host's control thread alone.
 */
final class Leases {

  /** What a session asked for. */
  record Ask(String session, String worker) {}

  /** What becomes of it. */
  enum Answer {
    GRANTED,
    /** Granted by {@link #next} when somebody has given back. */
    WAITS,
    REFUSED
  }

  /** For so long a session has its only worker although others have none, in nanoseconds. */
  static final long TURN = 10_000_000_000L;

  /** One session's workers. */
  private static final class Tenant {
    private final Map<String, Long> since = new LinkedHashMap<>();
    private int owed;
    private boolean closed;

    private int kept() {
      return since.size() - owed;
    }

    private boolean gives() {
      return !closed && kept() > 0;
    }

    private long oldest() {
      return since.values().stream().mapToLong(Long::longValue).min().orElse(Long.MAX_VALUE);
    }
  }

  private final int max;
  private final Map<String, Tenant> tenants = new LinkedHashMap<>();
  private final Deque<Ask> waiting = new ArrayDeque<>();
  private boolean draining;

  Leases(int max) {
    this.max = max;
  }

  void opened(String session) {
    tenants.computeIfAbsent(session, id -> new Tenant());
  }

  Answer ask(Ask ask, long now) {
    Tenant tenant = tenants.get(ask.session());
    if (draining || tenant == null || tenant.since.containsKey(ask.worker())) {
      return Answer.REFUSED;
    }
    if (room() > 0 && waiting.isEmpty()) {
      tenant.since.put(ask.worker(), now);
      return Answer.GRANTED;
    }
    if (kept(ask.session()) + asked(ask.session()) >= share(ask.session())) {
      return Answer.REFUSED;
    }
    waiting.add(ask);
    return Answer.WAITS;
  }

  /** A worker is gone. */
  void freed(String session, String worker) {
    Tenant tenant = tenants.get(session);
    if (tenant != null && tenant.since.remove(worker) != null) {
      tenant.owed = Math.max(0, tenant.owed - 1);
    }
  }

  /** A session asks for nothing more; its workers count until they are gone. */
  void closed(String session) {
    waiting.removeIf(ask -> ask.session().equals(session));
    Tenant tenant = tenants.get(session);
    if (tenant != null) {
      tenant.closed = true;
    }
  }

  /** Nothing is left of a session. */
  void ended(String session) {
    closed(session);
    tenants.remove(session);
  }

  /** Grants what waits while there is room: first to who has the fewest. */
  Optional<Ask> next(long now) {
    Optional<Ask> next =
        room() > 0
            ? waiting.stream().min(Comparator.comparingInt(ask -> held(ask.session())))
            : Optional.empty();
    next.ifPresent(waiting::remove);
    next.ifPresent(ask -> tenants.get(ask.session()).since.put(ask.worker(), now));
    return next;
  }

  /** Picks the sessions that are to give a worker back now, one named once for each. */
  List<String> reclaims(long now) {
    List<String> asked = new ArrayList<>();
    for (int missing = missing(); missing > 0; missing--) {
      Optional<String> victim = richest().or(() -> longest(now));
      if (victim.isEmpty()) {
        break;
      }
      tenants.get(victim.get()).owed++;
      asked.add(victim.get());
    }
    return asked;
  }

  /** Tells whether somebody waits whose turn may come later, with nobody giving back now. */
  boolean isContended() {
    return missing() > 0;
  }

  /**
   * Grants nothing more.
   *
   * @return how many workers each session is to give back
   */
  Map<String, Integer> drain() {
    draining = true;
    Map<String, Integer> all = new LinkedHashMap<>();
    tenants.forEach(
        (session, tenant) -> {
          if (tenant.gives()) {
            all.put(session, tenant.kept());
            tenant.owed = tenant.since.size();
          }
        });
    return all;
  }

  /** Removes and returns what was asked for and can't be granted any more. */
  Collection<Ask> refuseAll() {
    List<Ask> all = List.copyOf(waiting);
    waiting.clear();
    return all;
  }

  /** How many workers more could start now. */
  int room() {
    return draining ? 0 : Math.max(0, max - total());
  }

  /** How many workers a session may have in a full host. */
  int share(String session) {
    return draining ? 0 : Math.max(1, max / active(session));
  }

  /** Sessions that have no worker and ask for none don't count. */
  private int active(String asking) {
    return (int)
            tenants.entrySet().stream()
                .filter(one -> !one.getValue().closed)
                .filter(
                    one ->
                        one.getKey().equals(asking)
                            || !one.getValue().since.isEmpty()
                            || asked(one.getKey()) > 0)
                .count()
        + (tenants.containsKey(asking) ? 0 : 1);
  }

  private int total() {
    return tenants.values().stream().mapToInt(tenant -> tenant.since.size()).sum();
  }

  /** How many must be given back for what waits, besides those that are on their way. */
  private int missing() {
    int coming =
        tenants.values().stream()
            .mapToInt(tenant -> tenant.closed ? tenant.since.size() : tenant.owed)
            .sum();
    return waiting.size() - coming - room();
  }

  private Optional<String> richest() {
    return keys(tenant -> tenant.gives())
        .filter(session -> kept(session) > share(session))
        .max(Comparator.comparingInt(this::kept));
  }

  /** Where nobody has more than a share, who had one for longest makes way for who has none. */
  private Optional<String> longest(long now) {
    boolean starving = waiting.stream().anyMatch(ask -> held(ask.session()) == 0);
    return keys(tenant -> starving && tenant.gives() && now - tenant.oldest() >= TURN)
        .min(Comparator.comparingLong(session -> tenants.get(session).oldest()));
  }

  private Stream<String> keys(Predicate<Tenant> fits) {
    return tenants.entrySet().stream()
        .filter(one -> fits.test(one.getValue()))
        .map(Map.Entry::getKey);
  }

  private int held(String session) {
    return tenants.get(session).since.size();
  }

  private int kept(String session) {
    return tenants.get(session).kept();
  }

  private int asked(String session) {
    return (int) waiting.stream().filter(ask -> ask.session().equals(session)).count();
  }
}
