package dev.entourage.cli;

import dev.entourage.ConfigurationException;
import dev.entourage.HostInfo;
import dev.entourage.transport.vertx.ClusterMembers;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells what the hosts of a cluster do, and for whom. */
@Command(
    name = "members",
    description =
        "Joins a cluster as a driver does, asks its hosts what they do and for whom, and leaves.",
    footer = {
      "",
      "It starts no worker, and needs the same file and key as any driver. Example:",
      "  ./entourage members --cluster examples/loopback.properties"
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class MembersCommand implements Callable<Integer> {

  /** Hosts say once a second that they are there, and a busy machine takes a few. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Spec private CommandSpec spec;

  @Mixin private ClusterFlags cluster;

  @Option(
      names = "--hosts",
      paramLabel = "FILE",
      description = "The list of the hosts' keys that are trusted.")
  private Path hosts;

  @Override
  public Integer call() {
    ClusterFlags.speak("warn");
    PrintWriter err = spec.commandLine().getErr();
    try {
      List<HostInfo> answers = ClusterMembers.ask(options(), PATIENCE);
      if (answers.isEmpty()) {
        err.println(
            "A cluster must have a host: none has answered within "
                + PATIENCE.toSeconds()
                + " seconds. Start one with entourage worker --cluster FILE, or check the file and"
                + " the lists of keys on both sides.");
        return 1;
      }
      MembersTable.print(answers, spec.commandLine().getOut());
      return 0;
    } catch (ConfigurationException refused) {
      err.println(refused.getMessage());
      return 1;
    }
  }

  private Map<String, String> options() {
    Map<String, String> options = cluster.options();
    ClusterFlags.put(options, "hosts", hosts);
    return options;
  }
}
