package dev.entourage.transport.vertx;

import dev.entourage.ConfigurationException;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.spi.cluster.ClusterManager;
import io.vertx.core.spi.cluster.NodeInfo;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides whether a cluster may carry code. The clustered bus has no handshake of its own: whoever
 * connects to it can call any address. So it needs TLS and client certificates, or it must be out
 * of reach from other machines and somebody must have said that this will do.
 *
 * <p>It looks at what the bus does, by connecting to it, and not at what its options say.
 */
final class ClusterTrust {

  private ClusterTrust() {}

  /**
   * Refuses a cluster that isn't safe. Blocks for some seconds at most.
   *
   * @param vertx a clustered Vert.x
   * @param insecureLoopback whether being bound to the loopback interface is enough
   * @return null, for callers that want a Callable
   * @throws ConfigurationException when it isn't safe; the message says why and what to do
   */
  static Void require(Vertx vertx, boolean insecureLoopback) {
    ClusterManager manager = manager(vertx);
    NodeInfo bus = manager.getNodeInfo();
    List<String> flaws = insecureLoopback ? loopbackFlaws(manager, bus) : List.of();
    if (insecureLoopback && flaws.isEmpty()) {
      return null;
    }
    return requireTls(bus, flaws);
  }

  private static ClusterManager manager(Vertx vertx) {
    if (!(vertx instanceof VertxInternal internal) || internal.clusterManager() == null) {
      throw new ConfigurationException(
          "This Vert.x is not clustered. Build it with Vertx.builder().withClusterManager(…)"
              + ".buildClustered().");
    }
    return internal.clusterManager();
  }

  private static Void requireTls(NodeInfo bus, List<String> loopbackFlaws) {
    TlsProbe.flaw(bus.host(), bus.port())
        .ifPresent(
            flaw -> {
              throw new ConfigurationException(message(bus, flaw, loopbackFlaws));
            });
    return null;
  }

  private static String message(NodeInfo bus, String flaw, List<String> loopbackFlaws) {
    return "Whoever reaches the event bus at "
        + bus.host()
        + ":"
        + bus.port()
        + " could run code here: "
        + flaw
        + ". Give EventBusOptions setSsl(true), a key, a trust store and"
        + " setClientAuth(ClientAuth.REQUIRED); for trials on one machine, set insecureLoopback and"
        + " bind everything to 127.0.0.1."
        + (loopbackFlaws.isEmpty()
            ? ""
            : " insecureLoopback is set, but: " + String.join("; ", loopbackFlaws) + ".");
  }

  /** Lists what of a cluster can be reached from elsewhere, or reaches out by itself. */
  private static List<String> loopbackFlaws(ClusterManager manager, NodeInfo bus) {
    List<String> flaws = new ArrayList<>(bindFlaws("the event bus", bus.host(), bus.port()));
    if (isHazelcast(manager)) {
      flaws.addAll(HazelcastTrust.flaws(manager));
    }
    return flaws;
  }

  private static boolean isHazelcast(ClusterManager manager) {
    return manager
        .getClass()
        .getName()
        .equals("io.vertx.spi.cluster.hazelcast.HazelcastClusterManager");
  }

  /** Lists the ways in which a port is more than the loopback interface's. */
  static List<String> bindFlaws(String what, String host, int port) {
    if (!isLoopback(host)) {
      return List.of(what + " is at " + host + ":" + port + ", which is not loopback");
    }
    return BindProbe.reachedFrom(host, port).stream()
        .map(address -> what + " is bound to more than loopback: " + address + ":" + port)
        .toList();
  }

  static boolean isLoopback(String host) {
    try {
      for (InetAddress address : InetAddress.getAllByName(host)) {
        if (!address.isLoopbackAddress()) {
          return false;
        }
      }
      return true;
    } catch (UnknownHostException unknown) {
      return false;
    }
  }
}
