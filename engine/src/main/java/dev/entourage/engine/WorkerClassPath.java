package dev.entourage.engine;

import dev.entourage.ConfigurationException;
import dev.entourage.Workers;
import dev.entourage.preparer.Preparer;
import dev.entourage.spi.SerializationBackend;
import dev.entourage.worker.WorkerMain;
import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    CodeSource source = anchor.getProtectionDomain().getCodeSource();
    if (source != null && NestedJar.is(source.getLocation())) {
      return NestedJar.file(source.getLocation());
    }
    if (source == null || !source.getLocation().getProtocol().equals("file")) {
      throw new ConfigurationException(
          "Worker JVMs need our jars as files on disk: class="
              + anchor.getName()
              + ", location="
              + (source == null ? "unknown" : source.getLocation())
              + ". Put them on the class path or the module path.");
    }
    try {
      return Path.of(URI.create(source.getLocation().toURI().toString()));
    } catch (URISyntaxException e) {
      throw new ConfigurationException("A jar's location must be a URI", e);
    }
  }
}
