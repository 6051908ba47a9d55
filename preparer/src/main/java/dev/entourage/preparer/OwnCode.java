package dev.entourage.preparer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells Entourage's own classes, which never travel, from those of its users. */
final class OwnCode {

  private static final Set<String> PACKAGES =
      Set.of(
          "dev.entourage.preparer",
          "dev.entourage.worker",
          "dev.entourage.engine",
          "dev.entourage.transport.vertx",
          "dev.entourage.cli",
          "dev.entourage.backend.kryo",
          "dev.entourage.backend.fst",
          "dev.entourage.backend.protostuff");

  private OwnCode() {}

  /** The jars and folders with our packages, those of our tests excepted. */
  private static final class Sources {

    private static final Set<String> OURS = find();

    private static Set<String> find() {
      Set<String> sources = new HashSet<>();
      PACKAGES.forEach(name -> add(name, sources));
      add("dev.entourage.spi", sources);
      sources.removeIf(OwnCode::isTest);
      ModuleLayer.boot().configuration().modules().stream()
          .filter(module -> module.name().startsWith("dev.entourage."))
          .flatMap(module -> module.reference().location().stream())
          .forEach(location -> sources.add(location.toString()));
      return Set.copyOf(sources);
    }

    private static void add(String packageName, Set<String> sources) {
      String path = packageName.replace('.', '/') + '/';
      for (URL url : all(path)) {
        sources.add(source(url.toString(), path));
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

  /** Whether a code source is a jar of ours. */
  static boolean has(URL source) {
    return Sources.OURS.contains(source.toString());
  }

  /** Our packages, unless the class is a test of ours: tests are users. */
  static boolean has(Class<?> type) {
    URL location = CodeSources.location(type);
    return PACKAGES.contains(type.getPackageName())
        && (location == null || !isTest(location.getPath()));
  }

  private static boolean isTest(String location) {
    return location.endsWith("/test-classes/");
  }
}
