package dev.entourage.transport.vertx;

import dev.entourage.ConfigurationException;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.eventbus.EventBusOptions;

/** Makes a clustered Vert.x as a detail of a driver or of a host process. */
final class ClusteredVertx {

  /** Registrations, trust checks and Hazelcast's blocking calls need more than one. */
  private static final int WORKER_THREADS = 8;

  private ClusteredVertx() {}

  /**
   * Joins a cluster. Blocks for some seconds.
   *
   * @throws ConfigurationException when Hazelcast isn't there, or the cluster can't be joined
   */
  static Vertx start(ClusterOptions options) {
    try {
      return QuietVertx.quiet(
          Blocking.await(
              Vertx.builder()
                  .with(vertxOptions(options))
                  .withClusterManager(HazelcastMember.manager(options))
                  .buildClustered()));
    } catch (NoClassDefFoundError noHazelcast) {
      throw new ConfigurationException(
          "Transport \"cluster\" needs Hazelcast: depend on io.vertx:vertx-hazelcast.",
          noHazelcast);
    } catch (ConfigurationException refused) {
      throw refused;
    } catch (RuntimeException failure) {
      throw new ConfigurationException(
          "Can't join the cluster: host="
              + options.host()
              + ", port="
              + options.port()
              + ", members="
              + options.members()
              + ": "
              + failure.getMessage(),
          failure);
    }
  }

  private static VertxOptions vertxOptions(ClusterOptions options) {
    EventBusOptions bus = new EventBusOptions().setHost(options.host());
    options.tls().ifPresent(tls -> tls.applyTo(bus));
    return QuietVertx.options()
        .setWorkerPoolSize(WORKER_THREADS)
        .setInternalBlockingPoolSize(WORKER_THREADS)
        .setEventBusOptions(bus);
  }
}
