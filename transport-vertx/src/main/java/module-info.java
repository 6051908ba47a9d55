/**
 * Carries frames between drivers and hosts over the event bus of a Vert.x cluster.
 *
 * @provides dev.entourage.spi.Transport the id {@code cluster}
 * @since 0.1
 */
module dev.entourage.transport.vertx {
  requires transitive dev.entourage.api;
  requires dev.entourage.engine;
  requires transitive io.vertx.core;
  requires java.logging;
  requires org.slf4j;

  // For clusters only; whoever wants one has them on the path.
  requires static com.hazelcast.core;
  requires static io.vertx.clustermanager.hazelcast;

  // For HostMetrics and DriverMetrics. Whoever makes one has it, and nobody else shall need it.
  requires static micrometer.core;

  exports dev.entourage.transport.vertx;

  provides dev.entourage.spi.Transport with
      dev.entourage.transport.vertx.ClusterTransport;
}
