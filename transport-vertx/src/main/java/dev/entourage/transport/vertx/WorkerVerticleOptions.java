package dev.entourage.transport.vertx;

import java.util.UUID;

/**
 * What a {@link WorkerVerticle} offers. Start from {@link #defaults()}.
 *
 * @param hostName the host's name, as drivers see it: 1 to 100 letters, digits, underscores, dots
 *     and hyphens, unlike that of any other host of the cluster
 * @param maxWorkers how many worker JVMs it runs at once, over all drivers; at least 1
 * @param insecureLoopback whether a bus without TLS is good enough, given that everything is bound
 *     to the loopback interface; for tests and trials on one machine
 * @since 0.1
 */
public record WorkerVerticleOptions(String hostName, int maxWorkers, boolean insecureLoopback) {

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
  }

  /**
   * Returns a name of its own, a worker for each processor, and TLS required.
   *
   * @return new defaults
   */
  public static WorkerVerticleOptions defaults() {
    return new WorkerVerticleOptions(
        "host-" + UUID.randomUUID(), Runtime.getRuntime().availableProcessors(), false);
  }

  /**
   * Names the host.
   *
   * @param name a name unlike that of any other host of the cluster
   * @return these options with that name
   */
  public WorkerVerticleOptions withHostName(String name) {
    return new WorkerVerticleOptions(name, maxWorkers, insecureLoopback);
  }

  /**
   * Limits the worker JVMs.
   *
   * @param n at least 1
   * @return these options with that limit
   */
  public WorkerVerticleOptions withMaxWorkers(int n) {
    return new WorkerVerticleOptions(hostName, n, insecureLoopback);
  }

  /**
   * Says whether a bus without TLS will do on the loopback interface.
   *
   * @param yes true: it will, and anything bound elsewhere is refused
   * @return these options with that rule
   */
  public WorkerVerticleOptions withInsecureLoopback(boolean yes) {
    return new WorkerVerticleOptions(hostName, maxWorkers, yes);
  }
}
