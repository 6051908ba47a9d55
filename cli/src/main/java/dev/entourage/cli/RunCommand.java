package dev.entourage.cli;

import picocli.CommandLine.Command;

/** The help of {@code run}. */
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
final class RunCommand extends LauncherCommand {}
