package dev.entourage.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** What every command says that joins a cluster. */
final class ClusterFlags {

  @Option(
      names = "--cluster",
      paramLabel = "FILE",
      required = true,
      description = "A file of properties with the cluster's options.")
  private Path cluster;

  @Option(
      names = "--tls",
      paramLabel = "FILE",
      description = "The store of this node's key and certificate, .p12 or .jks.")
  private Path keyStore;

  @Option(
      names = "--trust",
      paramLabel = "FILE",
      description = "The store of the authorities whose nodes are let in, .p12 or .jks.")
  private Path trustStore;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "The host's or driver's own key, made by entourage keygen.")
  private Path key;

  @Option(
      names = {"-o", "--option"},
      paramLabel = "NAME=VALUE",
      description = "Any option of the cluster; it wins over the file.")
  private Map<String, String> options = new LinkedHashMap<>();

  /** Returns the cluster's options by name. */
  Map<String, String> options() {
    Map<String, String> all = new LinkedHashMap<>(options);
    put(all, "config", cluster);
    put(all, "keyStore", keyStore);
    put(all, "trustStore", trustStore);
    put(all, "key", key);
    return all;
  }

  /** Adds an option that was given, or nothing. */
  static void put(Map<String, String> options, String name, Object value) {
    if (value != null) {
      options.put(name, value.toString());
    }
  }

  /**
   * Lets our log be read on standard error.
   *
   * @param level from which on ours says something
   */
  static void speak(String level) {
    System.getProperties().putIfAbsent("org.slf4j.simpleLogger.defaultLogLevel", "warn");
    System.getProperties().putIfAbsent("org.slf4j.simpleLogger.log.dev.entourage", level);
    // It warns of each member that leaves, and asks for flags that make it faster.
    System.getProperties().putIfAbsent("org.slf4j.simpleLogger.log.com.hazelcast", "error");
    // It tells of each connection that breaks; our own lines tell which driver is gone.
    String connections = "org.slf4j.simpleLogger.log.io.vertx.core.net.impl.ConnectionBase";
    System.getProperties().putIfAbsent(connections, "off");
  }
}
