package dev.entourage.integration;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds the JDKs of this machine: one for each feature version from 17 on. */
final class Jdks {

  private static final int FLOOR = 17;

  private static final List<Jdk> ALL = List.copyOf(find());

  private Jdks() {}

  /** Returns all that were found, the oldest first. */
  static List<Jdk> all() {
    return ALL;
  }

  /** Returns another one, if there is one. */
  static Jdk otherThan(Jdk jdk) {
    return ALL.stream().filter(each -> !each.equals(jdk)).findFirst().orElse(jdk);
  }

  /** Returns the one that runs this test. */
  static Jdk running() {
    return new Jdk(Path.of(System.getProperty("java.home")), Runtime.version().feature());
  }

  /** The running one comes first, so that it stands for its version. */
  private static Collection<Jdk> find() {
    TreeMap<Integer, Jdk> byFeature = new TreeMap<>();
    Stream.of(Stream.of(running().home()), fromEnvironment(), siblings())
        .flatMap(homes -> homes)
        .flatMap(home -> read(home).stream())
        .forEach(jdk -> byFeature.putIfAbsent(jdk.feature(), jdk));
    return byFeature.values();
  }

  private static Stream<Path> fromEnvironment() {
    return System.getenv().entrySet().stream()
        .filter(entry -> entry.getKey().startsWith("JAVA_HOME"))
        .map(entry -> Path.of(entry.getValue()));
  }

  /** Where one JDK is installed, the others usually are. */
  private static Stream<Path> siblings() {
    try (Stream<Path> homes = Files.list(running().home().getParent())) {
      return homes.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Jdk> read(Path home) {
    if (!Files.isExecutable(home.resolve("bin/javac"))) {
      return Optional.empty();
    }
    int feature = version(home.resolve("release")).feature();
    return feature < FLOOR ? Optional.empty() : Optional.of(new Jdk(home, feature));
  }

  private static Runtime.Version version(Path release) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(release)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Runtime.Version.parse(properties.getProperty("JAVA_VERSION").replace("\"", ""));
  }
}
