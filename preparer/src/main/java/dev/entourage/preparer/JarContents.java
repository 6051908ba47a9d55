package dev.entourage.preparer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The packages of a jar and the classes of others that its code mentions, read once in a JVM while
 * the file stays as it is. A file that is no jar has none. Thread-safe.
 */
final class JarContents {

  private static final String CLASS_FILE = ".class";
  private static final String VERSIONS = "META-INF/versions/";

  private static final Map<Path, JarContents> KNOWN = new ConcurrentHashMap<>();

  private final Path jar;
  private final Stamp stamp;
  private final Set<String> packages;
  private Set<String> outside;

  /** Changes with the file. */
  private record Stamp(long size, FileTime changed) {

    static Stamp of(Path jar) throws IOException {
      BasicFileAttributes now = Files.readAttributes(jar, BasicFileAttributes.class);
      return new Stamp(now.size(), now.lastModifiedTime());
    }
  }

  private JarContents(Path jar, Stamp stamp, Set<String> packages) {
    this.jar = jar;
    this.stamp = stamp;
    this.packages = packages;
  }

  static JarContents of(Path jar) {
    try {
      Stamp now = Stamp.of(jar);
      JarContents known = KNOWN.get(jar);
      return known != null && known.stamp.equals(now) ? known : read(jar, now);
    } catch (IOException e) {
      // No jar: the JVM ignores such an element of the class path, too.
      return new JarContents(jar, null, Set.of());
    }
  }

  private static JarContents read(Path jar, Stamp stamp) throws IOException {
    try (ZipFile file = new ZipFile(jar.toFile())) {
      JarContents contents =
          new JarContents(
              jar,
              stamp,
              file.stream()
                  .filter(JarContents::isClass)
                  .map(entry -> PlatformAndApiLoader.packageName(className(entry)))
                  .collect(Collectors.toUnmodifiableSet()));
      KNOWN.put(jar, contents);
      return contents;
    }
  }

  /** The packages with class files, those for some Java versions only among them. */
  Set<String> packages() {
    return packages;
  }

  /**
   * The binary names in its class files that are neither its own nor the JDK's. Guava's 1,950 class
   * files take a cold JVM about 200 ms, most of which is inflating them; hence only when somebody
   * asks.
   */
  synchronized Set<String> outside() {
    if (outside == null) {
      outside = stamp == null ? Set.of() : read();
    }
    return outside;
  }

  private Set<String> read() {
    MentionedNames names = new MentionedNames();
    Set<String> own = new HashSet<>();
    try (ZipFile file = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : file.stream().filter(JarContents::isClass).toList()) {
        own.add(className(entry));
        read(file, entry, names);
      }
    } catch (IOException e) {
      // Deleted meanwhile: nobody can load from it either.
      return Set.of();
    }
    return names.all().stream()
        .filter(name -> !own.contains(name) && !name.startsWith("java."))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static void read(ZipFile file, ZipEntry entry, MentionedNames names) throws IOException {
    try (InputStream in = file.getInputStream(entry)) {
      ClassFile.constants(in.readAllBytes()).mentioned(names);
    } catch (IllegalArgumentException e) {
      // A template, or damaged: it can't be loaded.
    }
  }

  private static boolean isClass(ZipEntry entry) {
    String name = entry.getName();
    return name.endsWith(CLASS_FILE) && !name.endsWith("-info" + CLASS_FILE);
  }

  private static String className(ZipEntry entry) {
    String name = entry.getName();
    int from = name.startsWith(VERSIONS) ? name.indexOf('/', VERSIONS.length()) + 1 : 0;
    return name.substring(from, name.length() - CLASS_FILE.length()).replace('/', '.');
  }
}
