package dev.entourage.preparer;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Jars that stay open while anybody reads from jars: a search reads a thousand files of one, and to
 * open it takes longer than to read one. Then they are closed, for their owner may replace them.
 * Thread-safe.
 */
final class OpenJars {

  private static final Map<File, JarFile> OPEN = new HashMap<>();
  private static int readers;

  private OpenJars() {}

  /** From now on no jar is closed, until each who begins has ended. */
  static synchronized void begin() {
    readers++;
  }

  static synchronized void end() {
    readers--;
    if (readers == 0) {
      OPEN.values().forEach(OpenJars::close);
      OPEN.clear();
    }
  }

  private static void close(JarFile jar) {
    try {
      jar.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot close " + jar.getName(), e);
    }
  }

  static boolean has(File jar, String name) {
    begin();
    try {
      return open(jar).getEntry(name) != null;
    } catch (IOException e) {
      return false;
    } finally {
      end();
    }
  }

  /** Reads a file of a jar, as this Java's class loaders would; empty when it isn't there. */
  static Optional<byte[]> read(File jar, String name) throws IOException {
    begin();
    try {
      JarFile open = open(jar);
      ZipEntry entry = open.getEntry(name);
      return entry == null ? Optional.empty() : Optional.of(read(open, entry));
    } finally {
      end();
    }
  }

  private static byte[] read(JarFile jar, ZipEntry entry) throws IOException {
    try (InputStream in = jar.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }

  /** Nobody verifies signatures here: the class is there already. */
  private static synchronized JarFile open(File jar) throws IOException {
    JarFile open = OPEN.get(jar);
    if (open == null) {
      open = new JarFile(jar, false, ZipFile.OPEN_READ, JarFile.runtimeVersion());
      OPEN.put(jar, open);
    }
    return open;
  }
}
