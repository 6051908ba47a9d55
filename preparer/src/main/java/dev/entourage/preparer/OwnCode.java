package dev.entourage.preparer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells Entourage's own classes, which never travel, from those of its users. */
final class OwnCode {

  private static final Set<String> PACKAGES =
      Set.of(
          "dev.entourage.agent",
          "dev.entourage.preparer",
          "dev.entourage.worker",
          "dev.entourage.engine",
          "dev.entourage.transport.vertx",
          "dev.entourage.cli",
          "dev.entourage.backend.kryo",
          "dev.entourage.backend.fst",
          "dev.entourage.backend.protostuff",
          "dev.entourage.backend.fory");

  private OwnCode() {}

  /** The jars and folders with our packages, those of our tests excepted. */
  private static final class Sources {

    /** Each of our modules has a jar: one with several is an application's own, with all in it. */
    private static final Set<Path> MIXED = new HashSet<>();

    private static final Set<Path> OURS = find();

    private static Set<Path> find() {
      Set<Path> sources = new HashSet<>();
      PACKAGES.forEach(name -> add(name, sources));
      add("dev.entourage.spi", sources);
      sources.removeIf(source -> source.endsWith("test-classes"));
      ModuleLayer.boot().configuration().modules().stream()
          .filter(module -> module.name().startsWith("dev.entourage."))
          .flatMap(module -> module.reference().location().stream())
          .forEach(location -> file(location.toString()).ifPresent(sources::add));
      return Set.copyOf(sources);
    }

    private static void add(String packageName, Set<Path> sources) {
      String path = packageName.replace('.', '/') + '/';
      for (URL url : all(path)) {
        file(source(url.toString(), path))
            .filter(source -> !sources.add(source))
            .ifPresent(MIXED::add);
      }
    }

    private static List<URL> all(String path) {
      try {
        return Collections.list(OwnCode.class.getClassLoader().getResources(path));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** What the URL of a package's folder says of the jar or folder that it is in. */
    private static String source(String url, String path) {
      String root = url.substring(0, url.length() - path.length());
      return root.startsWith("jar:") ? root.substring("jar:".length(), root.length() - 2) : root;
    }
  }

  private static Optional<Path> file(String location) {
    try {
      URI uri = URI.create(location);
      return Optional.of(uri).filter(file -> "file".equals(file.getScheme())).map(Path::of);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whether a code source is a jar of ours, with nothing of the user's. */
  static boolean hasAll(URL source) {
    return file(source.toString())
        .filter(jar -> has(jar) && !Sources.MIXED.contains(jar))
        .isPresent();
  }

  /** Whether a file is a jar of ours. */
  static boolean has(Path jar) {
    return Sources.OURS.contains(jar);
  }

  /** Our packages, unless the class is a test of ours: tests are users. */
  static boolean has(Class<?> type) {
    return PACKAGES.contains(type.getPackageName()) && !isTest(CodeSources.location(type));
  }

  private static boolean isTest(URL location) {
    return location != null && location.getPath().endsWith("/test-classes/");
  }

  /** Whether a service file lists classes of ours: a worker has those that it needs. */
  static boolean isListed(byte[] serviceFile) {
    return new String(serviceFile, UTF_8)
        .lines()
        .map(line -> line.strip())
        .anyMatch(line -> PACKAGES.contains(line.substring(0, Math.max(0, line.lastIndexOf('.')))));
  }

  static boolean isPackage(String name) {
    return PACKAGES.contains(name);
  }
}
