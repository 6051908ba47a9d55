package dev.entourage.transport.vertx;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * What a {@link WorkerVerticle} offers. Start from {@link #defaults()}.
 *
 * @param hostName the host's name, as drivers see it: 1 to 100 letters, digits, underscores, dots
 *     and hyphens, unlike that of any other host of the cluster
 * @param maxWorkers how many worker JVMs it runs at once, over all drivers; at least 1
 * @param insecureLoopback whether a bus without TLS is good enough, given that everything is bound
 *     to the loopback interface; for tests and trials on one machine
 * @param key the file of this host's own key; empty only where {@code insecureLoopback} is set
 * @param drivers the file that lists the keys of the drivers that may run code here; empty only
 *     where {@code insecureLoopback} is set
 * @param grace for how long the workers of a driver that is gone go on, at least three seconds: one
 *     that comes back in time finds its tasks under way
 * @param drain for how long tasks that are under way may go on when the verticle is undeployed
 * @since 0.1
 */
public record WorkerVerticleOptions(
    String hostName,
    int maxWorkers,
    boolean insecureLoopback,
    Optional<Path> key,
    Optional<Path> drivers,
    Duration grace,
    Duration drain) {

  /** Beats come every second, and one or another may be late. */
  private static final Duration LEAST_GRACE = Duration.ofSeconds(3);

  private static final Duration LONGEST = Duration.ofDays(1);

  /** Refuses names that can't be told in a message of the bus, and fewer than one worker. */
  public WorkerVerticleOptions {
    if (!hostName.matches("[\\w.-]{1,100}")) {
      throw new IllegalArgumentException(
          "A host's name has 1 to 100 letters, digits, underscores, dots and hyphens: hostName="
              + hostName);
    }
    if (maxWorkers < 1) {
      throw new IllegalArgumentException("maxWorkers must be at least 1: maxWorkers=" + maxWorkers);
    }
    require("grace", grace, LEAST_GRACE);
    require("drain", drain, Duration.ZERO);
  }

  private static void require(String name, Duration value, Duration least) {
    if (value.compareTo(least) < 0 || value.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          name + " must be from " + least + " to " + LONGEST + ": " + name + "=" + value);
    }
  }

  /**
   * Returns a name of its own, a worker for each processor, and TLS and keys required.
   *
   * @return new defaults
   */
  public static WorkerVerticleOptions defaults() {
    return new WorkerVerticleOptions(
        "host-" + UUID.randomUUID(),
        Runtime.getRuntime().availableProcessors(),
        false,
        Optional.empty(),
        Optional.empty(),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30));
  }

  /**
   * Names the host.
   *
   * @param name a name unlike that of any other host of the cluster
   * @return these options with that name
   */
  public WorkerVerticleOptions withHostName(String name) {
    return new WorkerVerticleOptions(
        name, maxWorkers, insecureLoopback, key, drivers, grace, drain);
  }

  /**
   * Limits the worker JVMs.
   *
   * @param n at least 1
   * @return these options with that limit
   */
  public WorkerVerticleOptions withMaxWorkers(int n) {
    return new WorkerVerticleOptions(hostName, n, insecureLoopback, key, drivers, grace, drain);
  }

  /**
   * Says who this host is and who may run code on it. Drivers list the public half of the host's
   * key. The list may change at any time: whoever is taken off it loses its workers within seconds.
   *
   * @param own a file that {@code entourage keygen} or {@link KeyFile} made
   * @param ofDrivers a file with a line for each driver, as those have in their {@code .pub} files
   * @return these options with those files
   */
  public WorkerVerticleOptions withKeys(Path own, Path ofDrivers) {
    return new WorkerVerticleOptions(
        hostName,
        maxWorkers,
        insecureLoopback,
        Optional.of(own),
        Optional.of(ofDrivers),
        grace,
        drain);
  }

  /**
   * Says whether a bus without TLS will do on the loopback interface.
   *
   * @param yes true: it will, and anything bound elsewhere is refused
   * @return these options with that rule
   */
  public WorkerVerticleOptions withInsecureLoopback(boolean yes) {
    return new WorkerVerticleOptions(hostName, maxWorkers, yes, key, drivers, grace, drain);
  }

  /**
   * Says for how long the workers of a driver that is gone go on.
   *
   * @param time three seconds or more
   * @return these options with that time
   */
  public WorkerVerticleOptions withGrace(Duration time) {
    return new WorkerVerticleOptions(
        hostName, maxWorkers, insecureLoopback, key, drivers, time, drain);
  }

  /**
   * Says for how long tasks may go on when the verticle is undeployed.
   *
   * @param time nothing or more
   * @return these options with that time
   */
  public WorkerVerticleOptions withDrain(Duration time) {
    return new WorkerVerticleOptions(
        hostName, maxWorkers, insecureLoopback, key, drivers, grace, time);
  }

  /** Reads the files of the keys. */
  Credentials credentials() {
    return Credentials.read(key, drivers, ClusterOptions.DRIVERS, insecureLoopback);
  }
}
