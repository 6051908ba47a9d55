package dev.entourage.cli;

import picocli.CommandLine.Command;

/** The help of {@code explain}. */
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
final class ExplainCommand extends LauncherCommand {}
