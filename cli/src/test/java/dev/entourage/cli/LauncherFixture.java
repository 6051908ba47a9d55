package dev.entourage.cli;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * The launcher in a source tree of its own, which counts as built until a test says otherwise: no
 * test starts a real build.
 */
final class LauncherFixture {

  private static final List<String> TOOLS =
      List.of("cat", "find", "flock", "head", "mkdir", "mv", "readlink", "sed", "touch");

  /** What a command ended with. */
  record Outcome(int exitCode, String out, String err, long pid) {}

  private final Path folder;
  private final Path tree;
  private final Path tools;
  private final Map<String, String> environment = new TreeMap<>();
  private Path directory;

  LauncherFixture(Path folder) throws IOException {
    this.folder = folder.toRealPath();
    this.directory = this.folder;
    this.tree = Files.createDirectories(this.folder.resolve("source tree"));
    this.tools = Files.createDirectory(this.folder.resolve("tools"));
    Files.copy(Path.of("..", "entourage"), launcher(), StandardCopyOption.COPY_ATTRIBUTES);
    age(Files.createFile(tree.resolve("pom.xml")), -20);
    Files.createDirectories(tree.resolve("cli/target/lib"));
    jars("lib/one.jar:lib/two.jar");
    Files.createFile(archive(System.getProperty("java.runtime.version")));
    Files.createFile(archive("unknown"));
    for (String tool : TOOLS) {
      Optional<Path> found = find(tool);
      if (found.isPresent()) {
        tool(tool, "exec '" + found.get() + "' \"$@\"");
      }
    }
    environment.put("PATH", tools.toString());
    environment.put("JAVA_HOME", System.getProperty("java.home"));
  }

  Path launcher() {
    return tree.resolve("entourage");
  }

  Path folder() {
    return folder;
  }

  /** The archive of a Java's classes; an empty one isn't used. */
  Path archive(String runtime) {
    return tree.resolve("cli/target/java-" + runtime + ".jsa");
  }

  /** Makes a library that only clusters need. */
  Path clusterJar() throws IOException {
    Path jar = Files.createDirectories(tree.resolve("cli/target/cluster")).resolve("grid.jar");
    try (OutputStream file = Files.newOutputStream(jar)) {
      new JarOutputStream(file, new Manifest()).close();
    }
    return jar;
  }

  LauncherFixture in(Path newDirectory) {
    directory = newDirectory;
    return this;
  }

  LauncherFixture with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  LauncherFixture without(String variable) {
    environment.remove(variable);
    return this;
  }

  /** Says which jars were built. */
  LauncherFixture jars(String list) throws IOException {
    age(Files.writeString(tree.resolve("cli/target/classpath"), list), -10);
    return this;
  }

  /** Makes some source newer than the build. */
  LauncherFixture stale() throws IOException {
    age(tree.resolve("pom.xml"), 60);
    return this;
  }

  /** Puts a shell script on the PATH. */
  LauncherFixture tool(String name, String... lines) throws IOException {
    executable(tools.resolve(name), lines);
    return this;
  }

  /** Makes the home of a Java that only says what it is. */
  Path fakeJava(String... release) throws IOException {
    Path home = Files.createTempDirectory(folder, "java");
    Files.write(home.resolve("release"), List.of(release));
    executable(Files.createDirectory(home.resolve("bin")).resolve("java"), "echo fake java \"$@\"");
    return home;
  }

  Path script(String name, String... lines) throws IOException {
    return Files.write(folder.resolve(name), List.of(lines));
  }

  Outcome run(String... arguments) throws IOException, InterruptedException {
    return start(launcher(), "", arguments);
  }

  Outcome start(Path command, String input, String... arguments)
      throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of(command.toString()));
    line.addAll(List.of(arguments));
    File out = Files.createTempFile(folder, "out", ".txt").toFile();
    File err = Files.createTempFile(folder, "err", ".txt").toFile();
    ProcessBuilder builder = new ProcessBuilder(line).directory(directory.toFile());
    builder.redirectOutput(out).redirectError(err).environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      process.getOutputStream().write(input.getBytes());
      process.getOutputStream().close();
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        throw new AssertionError("Still running after a minute: " + line);
      }
    } finally {
      process.destroyForcibly();
    }
    return new Outcome(
        process.exitValue(),
        Files.readString(out.toPath()),
        Files.readString(err.toPath()),
        process.pid());
  }

  private static void age(Path file, long seconds) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(seconds)));
  }

  private static void executable(Path file, String... lines) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
    if (!file.toFile().setExecutable(true)) {
      throw new IOException("Can't be made executable: " + file);
    }
  }

  private static Optional<Path> find(String tool) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(path -> Path.of(path, tool))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
