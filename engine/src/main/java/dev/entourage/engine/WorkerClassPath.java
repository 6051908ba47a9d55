package dev.entourage.engine;

import dev.entourage.ConfigurationException;
import dev.entourage.Workers;
import dev.entourage.preparer.Preparer;
import dev.entourage.spi.SerializationBackend;
import dev.entourage.worker.WorkerMain;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.slf4j.Logger;

/** The class path of a worker JVM: our jars and the backend's, found by a class of each. */
final class WorkerClassPath {

  private WorkerClassPath() {}

  static String of(SerializationBackend backend) {
    return of(backend, Stream.of());
  }

  /** What a driver needs besides, but for a transport. */
  static String withEngine(SerializationBackend backend) {
    return of(backend, Stream.of(WorkerClassPath.class, Logger.class));
  }

  private static String of(SerializationBackend backend, Stream<Class<?>> more) {
    Stream<Class<?>> ours =
        Stream.of(Workers.class, Preparer.class, WorkerMain.class, backend.getClass());
    return Stream.of(ours, backend.libraries().stream(), more)
        .flatMap(anchors -> anchors)
        .map(WorkerClassPath::location)
        .distinct()
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static Path location(Class<?> anchor) {
    return find(anchor).orElseThrow(() -> noFile(anchor, url(anchor)));
  }

  /** The file that a class is in; what is a jar within a jar becomes one. */
  static Optional<Path> find(Class<?> anchor) {
    URL location = url(anchor);
    return location != null && NestedJar.is(location)
        ? Optional.of(NestedJar.file(location))
        : file(location).filter(file -> holds(file, anchor.getName().replace('.', '/') + ".class"));
  }

  private static URL url(Class<?> anchor) {
    CodeSource source = anchor.getProtectionDomain().getCodeSource();
    return source == null ? null : source.getLocation();
  }

  private static Optional<Path> file(URL location) {
    try {
      return location != null && location.getProtocol().equals("file")
          ? Optional.of(Path.of(URI.create(location.toURI().toString())))
          : Optional.empty();
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** A bundle's location is that of its own jar, which may hold ours as jars. */
  private static boolean holds(Path file, String entry) {
    if (Files.isDirectory(file)) {
      return Files.exists(file.resolve(entry));
    }
    try (ZipFile jar = new ZipFile(file.toFile())) {
      return jar.getEntry(entry) != null;
    } catch (IOException e) {
      return false;
    }
  }

  private static ConfigurationException noFile(Class<?> anchor, URL location) {
    return new ConfigurationException(
        "Worker JVMs need our jars as files on disk: class="
            + anchor.getName()
            + ", location="
            + (location == null ? "unknown" : location)
            + ". Put them on the class path or the module path. With OSGi, put them on the class"
            + " path of the framework, and let it show dev.entourage and dev.entourage.spi to the"
            + " bundles: org.osgi.framework.system.packages.extra.");
  }
}
