package dev.entourage.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The compiler's classes and ours, read ahead once for each JDK: a fifth of what a driver costs is
 * loading them. Tests are about what drivers do, not how fast they start.
 */
final class DriverArchive {

  private static final Map<Jdk, Path> MADE = new ConcurrentHashMap<>();

  private DriverArchive() {}

  /** Returns what a driver with the product first on its class path starts with. */
  static Stream<String> options(Jdk jdk) {
    if (!Jdks.all().contains(jdk)) {
      return Stream.of(); // An image that some test linked.
    }
    Path archive = MADE.computeIfAbsent(jdk, DriverArchive::of);
    // Where it doesn't fit, it is ignored without a word.
    return Stream.of("-XX:SharedArchiveFile=" + archive, "-Xlog:cds*=off");
  }

  private static Path of(Jdk jdk) {
    Path archive = Product.MODULE.resolve("target/drivers-" + jdk.feature() + ".jsa");
    if (!isNewest(archive)) {
      make(jdk, archive);
    }
    return archive;
  }

  private static boolean isNewest(Path archive) {
    return Files.exists(archive)
        && Product.jars().stream().allMatch(jar -> time(jar).compareTo(time(archive)) < 0);
  }

  /** With the classes that a small driver needs with each backend. */
  private static void make(Jdk jdk, Path archive) {
    List<String> command = new ArrayList<>(List.of(jdk.java().toString()));
    command.add("-XX:ArchiveClassesAtExit=" + archive);
    Place.all()
        .filter(place -> place.jdk().equals(jdk))
        .map(Place::options)
        .forEach(command::addAll);
    command.addAll(List.of("-cp", DriverProgram.join(Product.jars())));
    command.add(Scripts.ofCases("SmallCases").toString());
    command.addAll(Place.backends());
    DriverRun run = new DriverProgram(command, Product.MODULE).run();
    assertThat(run.exitCode()).as("%s", run).isZero();
    assertThat(archive).as("%s", run).isNotEmptyFile();
  }

  private static FileTime time(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
