package dev.entourage.transport.vertx;

import dev.entourage.ConfigurationException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Where a clustered Vert.x of our own lives and whom it trusts.
 *
 * @param insecureLoopback whether being bound to loopback is enough
 * @param host the address to bind to
 * @param port Hazelcast's first port to try
 * @param members the Hazelcast members to join
 * @param clusterName the name of the Hazelcast cluster
 * @param clusterManager the class of the cluster manager, when it isn't Hazelcast
 * @param tls keys and trust of the bus, when there are any
 */
record ClusterOptions(
    boolean insecureLoopback,
    String host,
    int port,
    List<String> members,
    String clusterName,
    Optional<String> clusterManager,
    Optional<BusTls> tls) {

  /** The name of the option that does without TLS. */
  static final String INSECURE_LOOPBACK = "insecureLoopback";

  /** The name of the option for a side's own key. */
  static final String KEY = "key";

  /** The name of a driver's option for the hosts that it trusts. */
  static final String HOSTS = "hosts";

  /** The name of a host's option for the drivers that it trusts. */
  static final String DRIVERS = "drivers";

  static final Set<String> NAMES =
      Set.of(
          INSECURE_LOOPBACK,
          ClusterFile.CONFIG,
          KEY,
          HOSTS,
          DRIVERS,
          "host",
          "port",
          "members",
          "clusterName",
          "clusterManager",
          "keyStore",
          "keyStorePassword",
          "trustStore",
          "trustStorePassword",
          "privateKey",
          "certificate",
          "authorities");

  /** Those whose values are files. */
  static final Set<String> FILES =
      Set.of(
          KEY,
          HOSTS,
          DRIVERS,
          "keyStore",
          "trustStore",
          "privateKey",
          "certificate",
          "authorities");

  private static final int DEFAULT_PORT = 5701;

  /**
   * Reads options.
   *
   * @param given knows the value of a name, or null; what it doesn't say, a file may
   * @throws ConfigurationException when one is missing or can't be understood
   */
  static ClusterOptions read(UnaryOperator<String> given) {
    UnaryOperator<String> values = ClusterFile.behind(given);
    boolean loopback = insecureLoopback(values);
    Optional<BusTls> tls = BusTls.read(values);
    if (!loopback && tls.isEmpty()) {
      throw new ConfigurationException(
          "A cluster needs TLS: set keyStore and trustStore, or privateKey, certificate and"
              + " authorities; for trials on one machine set insecureLoopback=true.");
    }
    String host = required("host", values.apply("host"), loopback ? "127.0.0.1" : null);
    if (tls.isEmpty() && !ClusterTrust.isLoopback(host)) {
      throw new ConfigurationException(
          "Without TLS a cluster is bound to the loopback interface alone: host=" + host);
    }
    Optional<String> manager = Optional.ofNullable(values.apply("clusterManager"));
    boolean alone = loopback || manager.isPresent();
    String members =
        required("members", values.apply("members"), alone ? host + ":" + DEFAULT_PORT : null);
    return new ClusterOptions(
        loopback,
        host,
        port(values.apply("port")),
        Arrays.stream(members.split(",")).map(String::strip).toList(),
        Optional.ofNullable(values.apply("clusterName")).orElse("dev"),
        manager,
        tls);
  }

  static boolean insecureLoopback(UnaryOperator<String> values) {
    String value = values.apply(INSECURE_LOOPBACK);
    if (value == null || value.equals("false")) {
      return false;
    }
    if (value.equals("true")) {
      return true;
    }
    throw new ConfigurationException(
        "Option insecureLoopback is true or false: insecureLoopback=" + value);
  }

  /** Returns the file that an option names. */
  static Optional<Path> path(UnaryOperator<String> values, String name) {
    return Optional.ofNullable(values.apply(name)).map(Path::of);
  }

  private static String required(String name, String value, String otherwise) {
    if (value == null && otherwise == null) {
      throw new ConfigurationException(
          "Transport \"cluster\" needs option " + name + " unless insecureLoopback=true.");
    }
    return value == null ? otherwise : value;
  }

  private static int port(String value) {
    try {
      int port = value == null ? DEFAULT_PORT : Integer.parseInt(value);
      if (port >= 1 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException notANumber) {
      // Told below, as a number out of range is.
    }
    throw new ConfigurationException("Option port is a number from 1 to 65535: port=" + value);
  }
}
