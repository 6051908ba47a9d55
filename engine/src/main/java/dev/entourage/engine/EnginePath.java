package dev.entourage.engine;

import dev.entourage.ConfigurationException;
import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;

/**
 * Where this JVM has the engine, its transports and all that they need: the whole path, since none
 * of them can tell its libraries. Workers open it only for tasks that have workers of their own.
 */
final class EnginePath {

  private EnginePath() {}

  static List<String> ofThisJvm() {
    return Stream.of(classPath(), modulePath(), loader(), application())
        .flatMap(paths -> paths)
        .map(path -> path.toAbsolutePath().normalize())
        .distinct()
        .filter(Files::exists)
        .map(Path::toString)
        .toList();
  }

  private static Stream<Path> classPath() {
    return Arrays.stream(System.getProperty("java.class.path", "").split(File.pathSeparator))
        .filter(element -> !element.isEmpty())
        .map(Path::of);
  }

  private static Stream<Path> modulePath() {
    return ModuleLayer.boot().configuration().modules().stream()
        .flatMap(module -> module.reference().location().stream())
        .filter(location -> "file".equals(location.getScheme()))
        .map(Path::of);
  }

  /** In JShell, and on a worker, another loader than the system's has the engine. */
  private static Stream<Path> loader() {
    return EnginePath.class.getClassLoader() instanceof URLClassLoader urls
        ? Arrays.stream(urls.getURLs())
            .filter(url -> "file".equals(url.getProtocol()))
            .map(EnginePath::path)
        : Stream.empty();
  }

  /** The loader of an executable jar tells nobody where it has its jars. */
  private static Stream<Path> application() {
    return EnginePath.class.getClassLoader() == ClassLoader.getSystemClassLoader()
        ? Stream.empty()
        : Stream.of(EnginePath.class, Logger.class)
            .flatMap(type -> WorkerClassPath.find(type).stream());
  }

  private static Path path(URL url) {
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new ConfigurationException("A jar's location must be a URI: location=" + url, e);
    }
  }
}
