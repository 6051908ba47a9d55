package dev.entourage.transport.vertx;

import dev.entourage.ConfigurationException;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.core.spi.cluster.ClusterManager;

/** Makes a clustered Vert.x as a detail of a driver or of a host process. */
final class ClusteredVertx {

  /** Registrations, trust checks and Hazelcast's blocking calls need more than one. */
  private static final int WORKER_THREADS = 8;

  private static final String HAZELCAST = "io.vertx.spi.cluster.hazelcast.HazelcastClusterManager";

  private ClusteredVertx() {}

  /**
   * Joins a cluster. Blocks for some seconds.
   *
   * @throws ConfigurationException when Hazelcast isn't there, or the cluster can't be joined
   */
  static Vertx start(ClusterOptions options) {
    QuietConnections.hush();
    try {
      return QuietVertx.quiet(
          Blocking.await(
              Vertx.builder()
                  .with(vertxOptions(options))
                  .withClusterManager(manager(options))
                  .buildClustered()));
    } catch (LinkageError failure) {
      throw lacking(failure);
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

  private static ConfigurationException lacking(LinkageError failure) {
    try {
      Class.forName(HAZELCAST, false, ClusteredVertx.class.getClassLoader());
      return MixedLibraries.named(failure);
    } catch (ClassNotFoundException | LinkageError noHazelcast) {
      return new ConfigurationException(
          "Transport \"cluster\" needs Hazelcast: depend on io.vertx:vertx-hazelcast.", failure);
    }
  }

  private static ClusterManager manager(ClusterOptions options) {
    return options
        .clusterManager()
        .map(ClusteredVertx::make)
        .orElseGet(() -> HazelcastMember.manager(options));
  }

  /** As Vert.x finds providers: with the loader that shows the application's classes. */
  private static ClusterManager make(String name) {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    try {
      return Class.forName(name, true, context)
          .asSubclass(ClusterManager.class)
          .getConstructor()
          .newInstance();
    } catch (ReflectiveOperationException | ClassCastException failure) {
      throw new ConfigurationException(
          "A cluster manager must be a class on the path that implements "
              + ClusterManager.class.getName()
              + " and has a public constructor without parameters: clusterManager="
              + name,
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
