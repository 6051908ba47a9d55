package dev.entourage.cli;

import dev.entourage.transport.vertx.HostMain;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

  @Mixin private ClusterFlags cluster;

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
      names = "--drivers",
      paramLabel = "FILE",
      description = "The list of the drivers' keys that may run code here.")
  private Path drivers;

  @Override
  public Integer call() throws InterruptedException {
    ClusterFlags.speak("info"); // It runs for weeks, and whoever started it wants to read of it.
    HostMain.main(arguments());
    return 0;
  }

  private String[] arguments() {
    Map<String, String> options = cluster.options();
    ClusterFlags.put(options, "hostName", name);
    ClusterFlags.put(options, "maxWorkers", workers);
    ClusterFlags.put(options, "drivers", drivers);
    return options.entrySet().stream()
        .map(one -> one.getKey() + "=" + one.getValue())
        .toArray(String[]::new);
  }
}
