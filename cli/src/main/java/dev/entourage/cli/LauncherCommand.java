package dev.entourage.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The help of a command that runs a script. The launcher itself does that, by becoming the JVM of
 * the script: a JVM in between would double the time to start.
 */
abstract class LauncherCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FILE.java", description = "The file that holds main.")
  private Path file;

  @Parameters(index = "1..*", paramLabel = "args", description = "Arguments of the script.")
  private List<String> arguments;

  /** Only whoever passes the launcher by comes here. */
  @Override
  public final Integer call() {
    throw new ParameterException(
        spec.commandLine(),
        "Only the launcher does this: file=%s. Use ./entourage %s %s"
            .formatted(file, spec.name(), file));
  }
}
