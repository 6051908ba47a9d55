package dev.entourage.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the class path, for every tool that takes one. */
@Command(
    name = "classpath",
    description = "Prints Entourage's class path, for jshell and other tools.",
    footer = {"", "Example:  jshell --class-path \"$(./entourage classpath)\""},
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class ClassPathCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().getOut().println(ClassPath.text());
    return 0;
  }
}
