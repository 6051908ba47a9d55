package dev.entourage.cli;

import dev.entourage.ConfigurationException;
import dev.entourage.transport.vertx.KeyFile;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes the key of a driver or of a host. */
@Command(
    name = "keygen",
    description =
        "Makes a key by which a driver and the hosts of a cluster know each other, and prints its"
            + " public half.",
    footer = {
      "",
      "The public half is a line for the lists of others: a driver's for option drivers of each",
      "host, a host's for option hosts of each driver. See docs/cluster.md."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class KeygenCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to write the key, by default in your folder of configuration.")
  private Path file;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "What people call its owner, by default your name at this machine's.")
  private String name;

  @Option(names = "--force", description = "Replace a key that is there.")
  private boolean force;

  @Override
  public Integer call() {
    Path to = file == null ? place() : file;
    PrintWriter err = spec.commandLine().getErr();
    try {
      String line = KeyFile.create(to, name == null ? owner() : name, force);
      err.println("The key is in " + to + ", for option key; its public half in " + to + ".pub.");
      err.println("This line is for the lists of others:");
      spec.commandLine().getOut().println(line);
      return 0;
    } catch (ConfigurationException refused) {
      err.println(refused.getMessage());
      return 1;
    }
  }

  private static Path place() {
    String base = System.getenv("XDG_CONFIG_HOME");
    // A relative one has no meaning.
    return base != null && base.startsWith("/")
        ? Path.of(base, "entourage", "key")
        : Path.of(System.getProperty("user.home"), ".config", "entourage", "key");
  }

  private static String owner() {
    try {
      return System.getProperty("user.name") + "@" + InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException noName) {
      return System.getProperty("user.name");
    }
  }
}
