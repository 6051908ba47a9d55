package dev.entourage.integration;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What is under test: the jars as they were packaged, and the folders of this module. */
final class Product {

  /** Tests run in the folder of their module. */
  static final Path MODULE = Path.of("").toAbsolutePath();

  /** The top of the project. */
  static final Path TOP = MODULE.getParent();

  private Product() {}

  /**
   * Returns the product with its dependencies, without any test library. Protostuff is merged into
   * our jar, and the published pom no longer names it; within one build Maven still hands it on.
   */
  static List<Path> jars() {
    try {
      String classPath = Files.readString(MODULE.resolve("target/product.classpath"));
      return split(classPath.strip()).filter(jar -> !isMerged(jar)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Run mvn verify at the top: it writes the class path", e);
    }
  }

  /** Returns the product as it is where only one backend was asked for. */
  static List<Path> jarsWithOnly(String backend) {
    return jars().stream()
        .filter(
            jar -> !isBackend(jar) || jar.getFileName().toString().contains("-" + backend + "-"))
        .toList();
  }

  private static boolean isBackend(Path jar) {
    return jar.getFileName().toString().startsWith("entourage-backend-");
  }

  /** Returns the project's own jars. */
  static List<Path> ownJars() {
    return jars().stream().filter(jar -> jar.startsWith(TOP)).toList();
  }

  /** Returns the product with all that tests may use besides, such as Hazelcast. */
  static List<Path> jarsWithTestLibraries() {
    return split(System.getProperty("java.class.path")).filter(Files::isRegularFile).toList();
  }

  /** Returns a library of the tests by how its file begins. */
  static Path library(String name) {
    return only(jarsWithTestLibraries(), name);
  }

  /** Returns the option of {@code java} that starts our agent. */
  static String agent() {
    return "-javaagent:" + only(jars(), "entourage-agent-");
  }

  private static Path only(List<Path> jars, String name) {
    List<Path> found =
        jars.stream().filter(jar -> jar.getFileName().toString().startsWith(name)).toList();
    if (found.size() != 1) {
      throw new IllegalStateException("One jar must begin with " + name + ": " + found);
    }
    return found.get(0);
  }

  /**
   * Returns the product with some of the libraries that tests may use, by how their names begin.
   */
  static List<Path> jarsWith(String... libraries) {
    Stream<Path> chosen =
        jarsWithTestLibraries().stream()
            .filter(jar -> Stream.of(libraries).anyMatch(jar.getFileName().toString()::startsWith));
    return Stream.concat(jars().stream(), chosen).distinct().toList();
  }

  /** Returns a driver script. */
  static Path driver(String name) {
    return MODULE.resolve("src/drivers/java").resolve(name + ".java");
  }

  /** Returns a script that users get. */
  static Path example(String name) {
    return TOP.resolve("examples").resolve(name + ".java");
  }

  private static boolean isMerged(Path jar) {
    return jar.getFileName().toString().startsWith("protostuff-");
  }

  private static Stream<Path> split(String classPath) {
    return Stream.of(classPath.split(File.pathSeparator)).map(Path::of);
  }
}
