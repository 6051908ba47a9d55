package dev.entourage;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a host of worker JVMs tells of itself: how much it does and for whom, and nothing of the
 * code that it runs.
 *
 * @param name the host's name, as drivers see it
 * @param javaVersion its {@code java.version}, and that of its workers
 * @param backends the ids of the serialization backends that its workers can have
 * @param maxWorkers how many worker JVMs it runs at once, over all sessions
 * @param counts what it did since it began, for sessions that have ended, too
 * @param refused how often something from the network was refused, by reason; only reasons that
 *     were met
 * @param sessions the drivers that have a session now, the oldest first
 * @since 0.1
 */
public record HostInfo(
    String name,
    String javaVersion,
    List<String> backends,
    int maxWorkers,
    Counts counts,
    Map<String, Long> refused,
    List<Session> sessions) {

  /** Copies the collections. */
  public HostInfo {
    backends = List.copyOf(backends);
    refused = Map.copyOf(refused);
    sessions = List.copyOf(sessions);
  }

  /**
   * What was done.
   *
   * @param workers how many worker JVMs there are now
   * @param started how many there ever were
   * @param lost how many of them ended with an exit code other than 0 and weren't asked to
   * @param tasks how many tasks were passed on to workers; one that is sent again counts again
   * @param bytesIn how many bytes workers were sent: tasks, classes and values
   * @param bytesOut how many bytes workers sent: results, questions, output
   */
  public record Counts(
      int workers, long started, long lost, long tasks, long bytesIn, long bytesOut) {}

  /**
   * A driver's session.
   *
   * @param driver what the host's list of keys calls the driver; empty where there are no keys
   * @param age how long it has been there
   * @param counts what was done for it
   */
  public record Session(String driver, Duration age, Counts counts) {}
}
