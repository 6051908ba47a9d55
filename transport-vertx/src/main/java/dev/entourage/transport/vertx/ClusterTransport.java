package dev.entourage.transport.vertx;

import dev.entourage.spi.Transport;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Set;

/**
 * Worker JVMs on the members of a Vert.x cluster: each member that deployed a {@link
 * WorkerVerticle} is a host. Its id is {@code cluster}. This transport makes a clustered Vert.x of
 * its own, with Hazelcast; who has one already uses {@link VertxWorkers}. It needs {@code
 * io.vertx:vertx-hazelcast} on the path.
 *
 * <p>Options, set by {@code Workers.Builder.option}:
 *
 * <ul>
 *   <li>{@code config}: a file of properties that holds any of the options below; what is said
 *       beside it wins
 *   <li>{@code host}: the address of this machine to bind to, for the event bus and for Hazelcast;
 *       required unless {@code insecureLoopback} is set, where it is {@code 127.0.0.1}
 *   <li>{@code port}: Hazelcast's port here, 5701 by default; the next free one is taken
 *   <li>{@code members}: Hazelcast members to join, as {@code host:port,host:port}; required unless
 *       {@code insecureLoopback} is set, where it is this machine's 5701
 *   <li>{@code clusterName}: the name of the Hazelcast cluster, {@code dev} by default
 *   <li>{@code clusterManager}: the class of another cluster manager of Vert.x, made with its
 *       constructor without parameters and configured as its makers say; then {@code port}, {@code
 *       members} and {@code clusterName} mean nothing
 *   <li>{@code keyStore}, {@code keyStorePassword}, {@code trustStore}, {@code trustStorePassword}:
 *       the bus's TLS from PKCS#12 or JKS files; the name tells which
 *   <li>{@code privateKey}, {@code certificate}, {@code authorities}: the bus's TLS from PEM files
 *   <li>{@code key}: the file of the driver's own key, which hosts list
 *   <li>{@code hosts}: the file that lists the keys of the hosts that the driver trusts
 *   <li>{@code insecureLoopback}: {@code true} to do without TLS and keys, with everything bound to
 *       the loopback interface; for tests and trials on one machine
 * </ul>
 *
 * <p>Whoever reaches the bus can run code, so that it is refused without TLS and required client
 * certificates, and without keys: hosts run nothing of a driver that they don't list. {@code
 * entourage keygen} makes keys; see {@link KeyFile}. Hazelcast's own connections carry the list of
 * members and addresses and have no TLS in its free edition: keep its ports within a network of
 * your own.
 *
 * <p>Java 24 and newer warn once that Hazelcast uses {@code sun.misc.Unsafe}; {@code
 * --sun-misc-unsafe-memory-access=allow} on the command line keeps them quiet.
 *
 * @since 0.1
 */
public final class ClusterTransport implements Transport {

  /** Makes the transport, for {@link java.util.ServiceLoader}. */
  public ClusterTransport() {}

  @Override
  public String id() {
    return "cluster";
  }

  @Override
  public Set<String> options() {
    return ClusterOptions.NAMES;
  }

  @Override
  public Connection connect(Driver driver) {
    QuietConsole.hush();
    ClusterOptions options = ClusterOptions.read(driver::option);
    DriverTrust trust = DriverTrust.read(ClusterFile.behind(driver::option));
    trust.credentials(); // What is wrong with them is told before seconds pass.
    Vertx vertx = ClusteredVertx.start(options);
    return ClusterConnection.open(
        driver, vertx, trust, new Refusals(), () -> Blocking.await(vertx.close()));
  }

  @Override
  public boolean mayWait() {
    return !Context.isOnEventLoopThread();
  }
}
