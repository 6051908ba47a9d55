package dev.entourage.preparer;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Folders of classes. They may be large and hold anything, such as a home directory, so they are
 * asked for names and never walked. Thread-safe.
 */
final class ClassFolders {

  private final List<Path> folders;
  private final Map<String, Optional<Path>> packages = new ConcurrentHashMap<>();

  ClassFolders(List<Path> folders) {
    this.folders = folders;
  }

  boolean isEmpty() {
    return folders.isEmpty();
  }

  /** Whether there is a package of this name, or one below it. */
  boolean knows(String name) {
    String path = name.replace('.', '/');
    return folders.stream().anyMatch(folder -> Files.isDirectory(folder.resolve(path)));
  }

  /** The first folder with class files of a package. */
  Optional<Path> withPackage(String name) {
    return packages.computeIfAbsent(
        name, unknown -> folders.stream().filter(folder -> hasClasses(folder, name)).findFirst());
  }

  /** The first folder with a class. */
  Optional<Path> withClass(String name) {
    if (withPackage(PlatformAndApiLoader.packageName(name)).isEmpty()) {
      return Optional.empty();
    }
    String path = name.replace('.', '/') + ".class";
    return folders.stream().filter(folder -> Files.isRegularFile(folder.resolve(path))).findFirst();
  }

  private static boolean hasClasses(Path folder, String name) {
    try {
      Path place = folder.resolve(name.replace('.', '/'));
      return Files.isDirectory(place) && hasClasses(place);
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static boolean hasClasses(Path place) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(place, "*.class")) {
      return files.iterator().hasNext();
    } catch (IOException e) {
      // The JVM passes over what it can't read, too.
      return false;
    }
  }
}
