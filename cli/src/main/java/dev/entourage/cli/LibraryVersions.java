package dev.entourage.cli;

import dev.entourage.spi.SerializationBackend;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Properties;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;

/** The libraries behind a backend, with their versions, as their jars tell them. */
final class LibraryVersions {

  private static final String OURS = "dev.entourage";

  private LibraryVersions() {}

  /**
   * Names them.
   *
   * @throws LinkageError when one isn't there
   */
  static String of(SerializationBackend backend) {
    List<Class<?>> anchors = backend.libraries();
    String names =
        anchors.stream().map(LibraryVersions::jar).distinct().collect(Collectors.joining(", "));
    return anchors.isEmpty() ? merged(file(backend.getClass())) : names;
  }

  private static String jar(Class<?> anchor) {
    return String.valueOf(file(anchor).getFileName()).replaceAll("\\.jar$", "");
  }

  /** Libraries that were merged into a jar still describe themselves in it. */
  private static String merged(Path jar) {
    if (!Files.isRegularFile(jar)) {
      return "";
    }
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.stream()
          .filter(entry -> entry.getName().matches("META-INF/maven/.*/pom\\.properties"))
          .filter(entry -> !entry.getName().contains("/" + OURS + "/"))
          .map(entry -> properties(file, entry))
          .map(p -> p.getProperty("artifactId") + "-" + p.getProperty("version"))
          .sorted()
          .collect(Collectors.joining(", "));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Properties properties(JarFile file, ZipEntry entry) {
    Properties properties = new Properties();
    try (InputStream in = file.getInputStream(entry)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }

  private static Path file(Class<?> anchor) {
    CodeSource source = anchor.getProtectionDomain().getCodeSource();
    try {
      URI place = source == null ? URI.create("file:/unknown") : source.getLocation().toURI();
      return place.getScheme().equals("file") ? Path.of(place) : Path.of("unknown");
    } catch (URISyntaxException e) {
      return Path.of("unknown");
    }
  }
}
