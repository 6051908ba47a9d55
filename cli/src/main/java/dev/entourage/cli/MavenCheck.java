package dev.entourage.cli;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether Maven is there; it matters only in a source tree, which the launcher builds. */
final class MavenCheck {

  private MavenCheck() {}

  static void examine(Report report) {
    examine(report, System.getProperty("entourage.home"), System.getenv("PATH"));
  }

  static void examine(Report report, String home, String path) {
    if (home == null || !Files.exists(Path.of(home, "pom.xml"))) {
      return;
    }
    Optional<Path> maven = find(path);
    report.row(
        "Maven", maven.isPresent() ? "found" : "missing", maven.map(Path::toString).orElse(""));
    if (maven.isEmpty()) {
      report.problem(
          "There is no mvn on the PATH to build changes with. Install Maven 3.8 or newer.");
    }
  }

  private static Optional<Path> find(String path) {
    return Stream.of((path == null ? "" : path).split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, "mvn"))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
