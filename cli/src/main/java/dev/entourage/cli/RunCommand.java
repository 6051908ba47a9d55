package dev.entourage.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The help of {@code run}. The launcher itself runs a script, by becoming the JVM of the script: a
 * JVM in between would double the time to start.
 */
@Command(
    name = "run",
    description = "Runs a source file as java FILE.java does, with Entourage on the class path.",
    footer = {
      "",
      "Jars of your own go into CLASSPATH, options for Java into JDK_JAVA_OPTIONS.",
      "The exit code is that of java: the script's own, or 1 when it doesn't compile."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class RunCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FILE.java", description = "The file that holds main.")
  private Path file;

  @Parameters(index = "1..*", paramLabel = "args", description = "Arguments of the script.")
  private List<String> arguments;

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(),
        "Only the launcher runs scripts: file=" + file + ". Use ./entourage run " + file);
  }
}
