package dev.entourage.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The help of {@code explain}, which the launcher does as it does {@link RunCommand}. */
@Command(
    name = "explain",
    description = "Runs a source file, and tells what travels with each of its tasks, and why.",
    footer = {
      "",
      "The script runs as with entourage run. Before the first task of each place in its code is",
      "sent, standard error gets its state by path, its classes, its static fields, and what each",
      "layer did. NO_COLOR turns colours off.",
      "Any other program does the same with java -Dentourage.explain=colour,120 ..."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class ExplainCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FILE.java", description = "The file that holds main.")
  private Path file;

  @Parameters(index = "1..*", paramLabel = "args", description = "Arguments of the script.")
  private List<String> arguments;

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(),
        "Only the launcher explains scripts: file=" + file + ". Use ./entourage explain " + file);
  }
}
