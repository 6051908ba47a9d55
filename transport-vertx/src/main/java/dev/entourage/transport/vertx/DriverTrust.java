package dev.entourage.transport.vertx;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a driver is told about trust.
 *
 * @param insecureLoopback whether being bound to loopback is enough
 * @param key the file of its own key, when it has one
 * @param hosts the file of the hosts that it trusts, when there is one
 */
record DriverTrust(boolean insecureLoopback, Optional<Path> key, Optional<Path> hosts) {

  /**
   * Reads options.
   *
   * @param values knows the value of a name, or null
   */
  static DriverTrust read(UnaryOperator<String> values) {
    return new DriverTrust(
        ClusterOptions.insecureLoopback(values),
        ClusterOptions.path(values, ClusterOptions.KEY),
        ClusterOptions.path(values, ClusterOptions.HOSTS));
  }

  /** Reads the files. */
  Credentials credentials() {
    return Credentials.read(key, hosts, ClusterOptions.HOSTS, insecureLoopback);
  }
}
