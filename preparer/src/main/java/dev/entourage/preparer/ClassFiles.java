package dev.entourage.preparer;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Optional;

/**
 * The class files that loaders give away. What lies in a folder or a jar is read there: asked for a
 * resource, the JDK's loaders look into each module of the JDK first, and open it by way of a dozen
 * objects, which is most of what a first look at a thousand classes would cost.
 */
final class ClassFiles {

  private static final String OF_CLASS_PATH = "jdk.internal.loader.ClassLoaders$AppClassLoader";
  private static final String OF_OTHER_VERSIONS = "META-INF/versions/";

  /** Whether the loaders of a class give away what they define from, and nothing else. */
  private static final ClassValue<Boolean> PLAIN =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> loader) {
          return isPlain(loader);
        }
      };

  private ClassFiles() {}

  private static boolean isPlain(Class<?> loader) {
    try {
      return loader.getMethod("getResource", String.class).getDeclaringClass() == ClassLoader.class
          && loader.getMethod("getResourceAsStream", String.class).getDeclaringClass()
              == URLClassLoader.class;
    } catch (NoSuchMethodException | LinkageError e) {
      return false;
    }
  }

  /** The name of a class's file in its code source. */
  static String path(Class<?> type) {
    return type.getName().replace('.', '/') + ".class";
  }

  /** Whether a class's own loader has a file of it. */
  static boolean has(Class<?> type) {
    String path = path(type);
    return isOfClassPath(type) && isIn(Place.of(type), path)
        || type.getClassLoader().getResource(path) != null;
  }

  private static boolean isIn(Place place, String path) {
    return place.isJar() && OpenJars.has(place.path().toFile(), path);
  }

  /** The class file that a class's own loader gives away. */
  static Optional<byte[]> of(Class<?> type) {
    String path = path(type);
    Optional<byte[]> read = read(type, path);
    return read.isPresent() ? read : ask(type, path);
  }

  private static Optional<byte[]> read(Class<?> type, String path) {
    try {
      if (isOfClassPath(type)) {
        return readIn(Place.of(type), path);
      }
      return isOfPlainLoader(type)
          ? read(((URLClassLoader) type.getClassLoader()).findResource(path), path)
          : Optional.empty();
    } catch (IOException e) {
      // Its loader may know another place.
      return Optional.empty();
    }
  }

  private static boolean isOfClassPath(Class<?> type) {
    return !type.getModule().isNamed()
        && type.getClassLoader() != null
        && type.getClassLoader().getClass().getName().equals(OF_CLASS_PATH);
  }

  private static boolean isOfPlainLoader(Class<?> type) {
    return !type.getModule().isNamed()
        && type.getClassLoader() instanceof URLClassLoader loader
        && PLAIN.get(loader.getClass());
  }

  private static Optional<byte[]> readIn(Place place, String path) throws IOException {
    if (place.path() == null) {
      return Optional.empty();
    }
    File source = place.path().toFile();
    return place.isJar() ? OpenJars.read(source, path) : read(new File(source, path));
  }

  /** Of a file, or of a file in a jar; all else is left to the URL. */
  private static Optional<byte[]> read(URL url, String path) throws IOException {
    if (url == null || url.getPath().indexOf('%') >= 0) {
      return Optional.empty();
    }
    if (url.getProtocol().equals("file")) {
      return read(new File(url.getPath()));
    }
    int end = url.getPath().indexOf("!/");
    if (!url.getProtocol().equals("jar") || !url.getPath().startsWith("file:/") || end < 0) {
      return Optional.empty();
    }
    String name = url.getPath().substring(end + 2);
    return name.equals(path) || name.startsWith(OF_OTHER_VERSIONS)
        ? OpenJars.read(new File(url.getPath().substring("file:".length(), end)), path)
        : Optional.empty();
  }

  private static Optional<byte[]> read(File file) throws IOException {
    try (FileInputStream in = new FileInputStream(file)) {
      return Optional.of(in.readAllBytes());
    }
  }

  private static Optional<byte[]> ask(Class<?> type, String path) {
    try (InputStream in = open(type, path)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      // Such as a deleted jar: somebody else may know the bytes.
      return Optional.empty();
    }
  }

  /** The class file of a class of the JDK's; none for one that an agent made. */
  static Optional<byte[]> ofModule(Class<?> type) {
    try (InputStream in = type.getModule().getResourceAsStream(path(type))) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static InputStream open(Class<?> type, String path) throws IOException {
    if (type.getModule().isNamed()) {
      return type.getModule().getResourceAsStream(path);
    }
    if (type.getClassLoader() instanceof URLClassLoader loader) {
      URL own = loader.findResource(path);
      // A child-first loader's parent may have another class of this name.
      if (own != null && !own.toString().equals(String.valueOf(loader.getResource(path)))) {
        return own.openStream();
      }
    }
    return type.getClassLoader().getResourceAsStream(path);
  }
}
