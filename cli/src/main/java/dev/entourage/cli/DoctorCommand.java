package dev.entourage.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Looks at all that Entourage needs and says what is missing. */
@Command(
    name = "doctor",
    description =
        "Shows the Java, backends, transports and jars that are found, and what is wrong.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class DoctorCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Report report = new Report();
    JavaCheck.examine(report);
    MavenCheck.examine(report);
    ProviderCheck.examine(report, DoctorCommand.class.getClassLoader());
    if (report.isHealthy()) {
      WorkerCheck.examine(report);
    }
    AgentCheck.examine(report, ClassPath.entries());
    JarCheck.examine(report, ClassPath.entries());
    report.print(spec.commandLine().getOut());
    return report.isHealthy() ? 0 : 1;
  }
}
