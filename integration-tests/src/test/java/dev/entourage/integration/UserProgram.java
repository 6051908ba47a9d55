package dev.entourage.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A user's program: folders and jars of classes, compiled one after the other, that run as {@code
 * run.SplitDriver} with the product.
 */
final class UserProgram {

  private static final Pattern TYPE =
      Pattern.compile("\\b(?:class|interface|enum|record) (\\w+)|^(?=(module)\\b)");

  private final Path home;
  private final List<Path> classPath = new ArrayList<>();

  /** Jars by the names of their modules. */
  private final Map<String, Path> modulePath = new LinkedHashMap<>();

  UserProgram(Path home) {
    this.home = home;
    folder("run", read(Product.driver("SplitDriver")));
  }

  /** Adds a folder of classes to the class path, compiled against what there is already. */
  UserProgram folder(String name, String... sources) {
    classPath.add(compile(name, sources));
    return this;
  }

  /** Adds a jar to the class path, compiled against what there is already. */
  UserProgram jar(String name, String... sources) {
    Path jar = home.resolve(name);
    pack(jar, new Manifest(), compile(name + ".classes", sources));
    classPath.add(jar);
    return this;
  }

  /** Adds a jar to the module path. */
  UserProgram module(String name, String module, String... sources) {
    Path jar = home.resolve(name);
    pack(jar, new Manifest(), compile(name + ".classes", sources));
    modulePath.put(module, jar);
    return this;
  }

  /** Compiles a folder of classes that isn't on the class path. */
  UserProgram aside(String name, String... sources) {
    compile(name, sources);
    return this;
  }

  /** Deletes a file, such as one class of several. */
  UserProgram without(String file) {
    try {
      Files.delete(path(file));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts the whole class path into the manifest of one jar, as build tools do. */
  UserProgram manifestOnly() {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    String urls =
        classPath.stream().map(p -> p.toUri().toString()).collect(Collectors.joining(" "));
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, urls);
    Path booter = home.resolve("booter.jar");
    pack(booter, manifest, home.resolve("nothing"));
    classPath.clear();
    classPath.add(booter);
    return this;
  }

  /** Returns where a folder or jar of this program is. */
  Path path(String name) {
    return home.resolve(name);
  }

  /** Runs the program with options for its pool. */
  DriverRun run(Jdk jdk, String... pool) {
    List<Path> all = new ArrayList<>(Product.jars());
    all.addAll(classPath);
    DriverProgram program =
        DriverProgram.main(jdk, all, "run.SplitDriver", pool).withOptions(DriverProgram.QUICK);
    return (modulePath.isEmpty() ? program : program.withOptions(modules())).run();
  }

  private String[] modules() {
    String path = DriverProgram.join(List.copyOf(modulePath.values()));
    return new String[] {"-p", path, "--add-modules", String.join(",", modulePath.keySet())};
  }

  private Path compile(String name, String... sources) {
    Path classes = home.resolve(name);
    List<Path> known = new ArrayList<>(classPath);
    known.addAll(modulePath.values());
    known.addAll(Product.jars());
    List<String> arguments = new ArrayList<>(List.of("--release", "17", "-proc:none", "-cp"));
    arguments.add(DriverProgram.join(known));
    arguments.addAll(List.of("-d", classes.toString()));
    for (String source : sources) {
      arguments.add(write(source).toString());
    }
    ToolProvider javac = ToolProvider.findFirst("javac").orElseThrow();
    assertThat(javac.run(System.out, System.err, arguments.toArray(String[]::new))).isZero();
    return classes;
  }

  /** A file is named after the first type in it. */
  private Path write(String source) {
    Matcher type = TYPE.matcher(source);
    assertThat(type.find()).as(source).isTrue();
    try {
      Path folder = Files.createTempDirectory(Files.createDirectories(home.resolve("sources")), "");
      return Files.writeString(
          folder.resolve((type.group(1) != null ? type.group(1) : "module-info") + ".java"),
          source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void pack(Path jar, Manifest manifest, Path classes) {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      for (Path each : files(classes)) {
        out.putNextEntry(new JarEntry(classes.relativize(each).toString()));
        Files.copy(each, out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
