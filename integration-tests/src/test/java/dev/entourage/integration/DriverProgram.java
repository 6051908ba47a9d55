package dev.entourage.integration;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A program that runs as a process of its own, with its workers as children.
 *
 * @param command the program and its arguments
 * @param workingDirectory where it starts
 * @param environment what it gets besides the environment of the tests
 */
record DriverProgram(List<String> command, Path workingDirectory, Map<String, String> environment) {

  /** Longer than any driver needs on a busy machine of two cores. */
  static final Duration LIMIT = Duration.ofMinutes(3);

  /** For a driver that lives for seconds: what the second compiler takes is more than it gains. */
  static final String QUICK = "-XX:TieredStopAtLevel=1";

  DriverProgram(List<String> command, Path workingDirectory) {
    this(command, workingDirectory, Map.of());
  }

  /** Describes a script that the JDK compiles in memory, with the product on the class path. */
  static DriverProgram script(Jdk jdk, Path script, String... arguments) {
    return script(jdk, Product.jars(), script, arguments);
  }

  /** Describes a script with a class path of its own. */
  static DriverProgram script(Jdk jdk, List<Path> classPath, Path script, String... arguments) {
    return java(jdk, classPath, Stream.concat(Stream.of(script.toString()), of(arguments)));
  }

  /** Describes a compiled program. */
  static DriverProgram main(Jdk jdk, List<Path> classPath, String mainClass, String... arguments) {
    return java(jdk, classPath, Stream.concat(Stream.of(mainClass), of(arguments)));
  }

  /** Describes a script of cases, which takes backends as its arguments, at places of one JDK. */
  static DriverProgram script(List<Place> places, List<Path> classPath, Path script) {
    String[] backends = places.stream().map(Place::backend).toArray(String[]::new);
    return script(places.get(0).jdk(), classPath, script, backends)
        .withOptions(places.get(0).options().toArray(String[]::new));
  }

  /** Describes a script of cases, which takes the backend as its argument. */
  static DriverProgram script(Place place, Path script) {
    return script(place, Product.jars(), script);
  }

  /** Describes a script of cases with a class path of its own. */
  static DriverProgram script(Place place, List<Path> classPath, Path script, String... more) {
    return main(place, classPath, script.toString(), more);
  }

  /** Describes a compiled program that takes the backend as its first argument. */
  static DriverProgram main(Place place, List<Path> classPath, String mainClass, String... more) {
    Stream<String> rest = Stream.concat(Stream.of(mainClass, place.backend()), of(more));
    return java(place.jdk(), classPath, rest).withOptions(place.options().toArray(String[]::new));
  }

  private static DriverProgram java(Jdk jdk, List<Path> classPath, Stream<String> rest) {
    Stream<String> command =
        Stream.of(
                Stream.of(jdk.java().toString()),
                DriverArchive.options(jdk),
                Stream.of("-cp", join(classPath)),
                rest)
            .flatMap(part -> part);
    return new DriverProgram(command.toList(), Product.MODULE);
  }

  private static Stream<String> of(String... arguments) {
    return Stream.of(arguments);
  }

  /** Writes a path of jars or folders as launchers read it. */
  static String join(List<Path> entries) {
    return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  /** Returns this program started in another folder. */
  DriverProgram in(Path folder) {
    return new DriverProgram(command, folder, environment);
  }

  /** Returns this program with options for {@code java}. */
  DriverProgram withOptions(String... options) {
    List<String> longer = new ArrayList<>(command);
    longer.addAll(1, List.of(options));
    return new DriverProgram(longer, workingDirectory, environment);
  }

  /** Returns this program with test libraries behind its class path, by how their files begin. */
  DriverProgram withLibraries(List<String> names) {
    List<String> longer = new ArrayList<>(command);
    List<Path> libraries = names.stream().map(Product::library).toList();
    int classPath = longer.indexOf("-cp") + 1;
    if (!libraries.isEmpty()) {
      longer.set(classPath, longer.get(classPath) + File.pathSeparator + join(libraries));
    }
    return new DriverProgram(longer, workingDirectory, environment);
  }

  /** Returns this program with another {@code JAVA_HOME}. */
  DriverProgram withJavaHome(Jdk jdk) {
    Map<String, String> home = Map.of("JAVA_HOME", jdk.home().toString());
    return new DriverProgram(command, workingDirectory, home);
  }

  /** Starts the program. Close what it returns: that ends whatever is still running. */
  Driver start() {
    String marker = UUID.randomUUID().toString();
    ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command));
    builder.directory(workingDirectory.toFile());
    builder.environment().putAll(environment);
    builder.environment().put(Stragglers.VARIABLE, marker);
    // Each would make the launcher print a line of its own.
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    try {
      return new Driver(builder.start(), new Stragglers(marker));
    } catch (IOException e) {
      throw new UncheckedIOException("Can't start " + command, e);
    }
  }

  /** Runs the program to its end. */
  DriverRun run() {
    try (Driver driver = start()) {
      return driver.finish(LIMIT);
    }
  }
}
