package dev.entourage.cli;

import dev.entourage.transport.vertx.HostMain;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves a cluster from this machine until it is ended. */
@Command(
    name = "worker",
    description =
        "Joins a cluster and runs tasks of its drivers in worker JVMs, until it is ended.",
    footer = {
      "",
      "What the file may say: docs/cluster.md. Example:",
      "  ./entourage worker --cluster examples/loopback.properties --name a --workers 2",
      "It prints \"ready NAME\" when drivers can find it, and tells of links on standard error."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class WorkerCommand implements Callable<Integer> {

  @Option(
      names = "--cluster",
      paramLabel = "FILE",
      required = true,
      description = "A file of properties with the cluster's options.")
  private Path cluster;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "The host's name, unlike that of any other; by default a random one.")
  private String name;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "How many worker JVMs at once, for all drivers; by default one a processor.")
  private Integer workers;

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
      description = "This host's own key, made by entourage keygen.")
  private Path key;

  @Option(
      names = "--drivers",
      paramLabel = "FILE",
      description = "The list of the drivers' keys that may run code here.")
  private Path drivers;

  @Option(
      names = {"-o", "--option"},
      paramLabel = "NAME=VALUE",
      description = "Any option of the cluster; it wins over the file.")
  private Map<String, String> options = new LinkedHashMap<>();

  @Override
  public Integer call() throws InterruptedException {
    speak();
    HostMain.main(arguments().toArray(String[]::new));
    return 0;
  }

  /** A host runs for weeks, and whoever started it wants to read what it did. */
  private static void speak() {
    System.getProperties().putIfAbsent("org.slf4j.simpleLogger.defaultLogLevel", "warn");
    System.getProperties().putIfAbsent("org.slf4j.simpleLogger.log.dev.entourage", "info");
    // It warns of each member that leaves, and asks for flags that make it faster.
    System.getProperties().putIfAbsent("org.slf4j.simpleLogger.log.com.hazelcast", "error");
  }

  private List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    options.forEach((option, value) -> arguments.add(option + "=" + value));
    add(arguments, "config", cluster);
    add(arguments, "hostName", name);
    add(arguments, "maxWorkers", workers);
    add(arguments, "keyStore", keyStore);
    add(arguments, "trustStore", trustStore);
    add(arguments, "key", key);
    add(arguments, "drivers", drivers);
    return arguments;
  }

  private static void add(List<String> arguments, String option, Object value) {
    if (value != null) {
      arguments.add(option + "=" + value);
    }
  }
}
