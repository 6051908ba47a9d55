package dev.entourage.preparer;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** Finds the elements of a class path, those that the manifests of jars name among them. */
final class ClassPathJars {

  private ClassPathJars() {}

  /** The elements of this JVM's class path and its resolved modules, in their order. */
  static ClassPath ofThisJvm() {
    Stream<Path> classPath =
        Arrays.stream(System.getProperty("java.class.path", "").split(File.pathSeparator))
            .filter(element -> !element.isEmpty())
            .map(Path::of);
    return expand(Stream.concat(classPath, modulePath()).toList());
  }

  private static Stream<Path> modulePath() {
    return ModuleLayer.boot().configuration().modules().stream()
        .flatMap(module -> module.reference().location().stream())
        .filter(location -> "file".equals(location.getScheme()))
        .map(Path::of);
  }

  /** Adds what the Class-Path attributes of the jars name, transitively, as the JVM does. */
  static ClassPath expand(Collection<Path> elements) {
    Deque<Path> waiting = new ArrayDeque<>(elements);
    Set<Path> jars = new LinkedHashSet<>();
    Set<Path> folders = new LinkedHashSet<>();
    while (!waiting.isEmpty()) {
      Path element = waiting.removeFirst().toAbsolutePath().normalize();
      if (Files.isDirectory(element)) {
        folders.add(element);
      } else if (Files.isRegularFile(element) && jars.add(element)) {
        List<Path> named = classPathOf(element);
        for (int i = named.size() - 1; i >= 0; i--) {
          waiting.addFirst(named.get(i));
        }
      }
    }
    return new ClassPath(List.copyOf(jars), List.copyOf(folders));
  }

  private static List<Path> classPathOf(Path jar) {
    try (JarFile file = new JarFile(jar.toFile())) {
      Manifest manifest = file.getManifest();
      String names =
          manifest == null
              ? null
              : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      return names == null ? List.of() : resolve(jar, names);
    } catch (IOException e) {
      // Not a jar: the JVM ignores such an element, too.
      return List.of();
    }
  }

  private static List<Path> resolve(Path jar, String names) {
    List<Path> paths = new ArrayList<>();
    for (String name : names.trim().split("\\s+")) {
      if (!name.isEmpty()) {
        toFile(jar.toUri(), name).ifPresent(paths::add);
      }
    }
    return paths;
  }

  private static Optional<Path> toFile(URI jar, String name) {
    try {
      URI uri = jar.resolve(name);
      return Optional.of(uri).filter(file -> "file".equals(file.getScheme())).map(Path::of);
    } catch (IllegalArgumentException e) {
      // The JVM ignores what is no URL, too.
      return Optional.empty();
    }
  }
}
