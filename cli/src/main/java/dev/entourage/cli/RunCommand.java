package dev.entourage.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The help of {@code run}. */
@Command(
    name = "run",
    description = "Runs a source file as java FILE.java does, with Entourage on the class path.",
    footer = {
      "",
      "Jars of your own go into CLASSPATH, options for Java into JDK_JAVA_OPTIONS.",
      "On a terminal a bar shows the progress of the tasks; NO_COLOR and TERM=dumb do without, too.",
      "The exit code is that of java: the script's own, or 1 when it doesn't compile."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class RunCommand extends LauncherCommand {

  @Option(
      names = "--cluster",
      paramLabel = "FILE",
      description = "Runs the tasks on the cluster that this file of properties describes.")
  private Path cluster;

  @Option(names = "--no-progress", description = "Draws no progress bar.")
  private boolean noProgress;
}
