package dev.entourage.cli;

import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What is on the class path of scripts, with the module that each entry would be. */
final class JarCheck {

  private JarCheck() {}

  static void examine(Report report, List<String> entries) {
    for (String entry : entries) {
      Path path = Path.of(entry);
      if (Files.exists(path)) {
        report.row("Class path", path.getFileName().toString(), module(path));
      } else {
        report.row("Class path", path.getFileName().toString(), "missing");
        report.problem(
            "A class path entry is missing: entry=" + entry + ". Build again: mvn verify");
      }
    }
  }

  private static String module(Path path) {
    try {
      return ModuleFinder.of(path).findAll().stream()
          .findFirst()
          .map(ModuleReference::descriptor)
          .map(module -> (module.isAutomatic() ? "automatic module " : "module ") + module.name())
          .orElse("");
    } catch (FindException e) {
      return "no module: " + e.getMessage();
    }
  }
}
