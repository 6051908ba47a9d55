package dev.entourage.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The command {@code entourage}.
 *
 * @since 0.1
 */
@Command(
    name = "entourage",
    description = "Runs any lambda on another JVM. Its classes come along.",
    subcommands = {
      RunCommand.class,
      ExplainCommand.class,
      WorkerCommand.class,
      MembersCommand.class,
      KeygenCommand.class,
      ClassPathCommand.class,
      DoctorCommand.class
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND")
public final class Main {

  private Main() {}

  /**
   * Runs a command and ends this JVM with its exit code: 0 when all went well, 1 when the command
   * found something wrong, 2 when it was called wrongly.
   *
   * @param args the command and its arguments
   */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args.length == 0 ? new String[] {"--help"} : args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main());
  }
}
