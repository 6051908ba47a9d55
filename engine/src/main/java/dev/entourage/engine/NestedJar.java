package dev.entourage.engine;

import dev.entourage.ConfigurationException;
import dev.entourage.preparer.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A jar within an executable jar, such as Spring Boot's, which only that one's loader can read. It
 * is written to a file of its own, named by its content: once for all programs in the user's cache
 * folder, or once for this JVM where nothing can be kept.
 */
final class NestedJar {

  private static final String JAR = "jar:";
  private static final String IN = "!/";
  private static final int KEY = 16;

  private static final Map<String, Path> WRITTEN = new ConcurrentHashMap<>();

  private NestedJar() {}

  /** Whether a code source is such a jar. */
  static boolean is(URL location) {
    String text = location.toString();
    return text.startsWith(JAR) && text.endsWith(".jar" + IN);
  }

  /** The file with what a nested jar holds. */
  static Path file(URL location) {
    return WRITTEN.computeIfAbsent(location.toString(), NestedJar::write);
  }

  private static Path write(String location) {
    try {
      byte[] content = read(location.substring(0, location.length() - IN.length()));
      return write(content, location.substring(0, location.length() - IN.length()));
    } catch (IOException e) {
      throw new ConfigurationException(
          "Worker JVMs need our jars as files on disk, and this one could not be written to the"
              + " cache folder or the temporary folder: location="
              + location
              + ", "
              + e
              + ". Check both, or start the application from extracted jars.",
          e);
    }
  }

  /** Loaders name the nested jar itself by what is behind {@code jar:}, or as an entry. */
  private static byte[] read(String jar) throws IOException {
    String inner = jar.substring(JAR.length());
    try (InputStream in = new URL(inner.startsWith("file:") ? jar : inner).openStream()) {
      return in.readAllBytes();
    }
  }

  private static Path write(byte[] content, String jar) throws IOException {
    String name =
        Digest.of(content).toString().substring(0, KEY)
            + "-"
            + jar.substring(jar.lastIndexOf('/') + 1);
    Optional<Path> kept = CacheFolder.forJars();
    Path folder = kept.isPresent() ? kept.get() : Files.createTempDirectory("entourage-jars");
    Path file = folder.resolve(name);
    if (!Files.isRegularFile(file) || Files.size(file) != content.length) {
      // Two programs may do so at once: who reads it sees all of it or nothing.
      Path part = Files.createTempFile(folder, "part", ".tmp");
      Files.write(part, content);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }
    if (kept.isEmpty()) {
      List.of(folder, file).forEach(path -> path.toFile().deleteOnExit());
    }
    return file;
  }
}
