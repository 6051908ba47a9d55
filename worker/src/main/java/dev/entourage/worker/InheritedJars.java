package dev.entourage.worker;

import dev.entourage.preparer.CodeRequests;
import dev.entourage.preparer.SessionLoaders;
import dev.entourage.worker.LinkMessage.Begin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Shows the driver's jars to the session, and nothing of ours but the API. A jar whose classes
 * travel after all, because they mention some that do, is as good as not there: else each of its
 * classes would be there twice. The driver is asked once a jar, when one of its classes is needed
 * first.
 */
final class InheritedJars extends URLClassLoader {

  static {
    registerAsParallelCapable();
  }

  private final CodeRequests driver;

  /** The paths as the driver wrote them, by what the URLs of their entries begin with. */
  private final Map<String, String> paths;

  private final Map<String, Optional<String>> known = new ConcurrentHashMap<>();

  private InheritedJars(Map<String, String> paths, ClassLoader parent, CodeRequests driver) {
    super("entourage-inherited", urls(List.copyOf(paths.values())), parent);
    this.paths = paths;
    this.driver = driver;
  }

  static ClassLoader loader(Begin begin, CodeRequests driver) {
    ClassLoader parent = SessionLoaders.platformAndApi(new HiddenEngine(begin.engine()));
    Map<String, String> paths = new LinkedHashMap<>();
    begin.inherited().forEach(path -> paths.put("jar:" + url(path) + "!/", path));
    return paths.isEmpty() ? parent : new InheritedJars(paths, parent, driver);
  }

  static URL[] urls(List<String> paths) {
    return paths.stream().map(InheritedJars::url).toArray(URL[]::new);
  }

  /**
   * Jars may name others and folders in their manifests: what the driver didn't list isn't shown.
   */
  @Override
  public URL findResource(String name) {
    URL first = super.findResource(name);
    return first == null || jar(first) != null ? first : others(name).findFirst().orElse(null);
  }

  @Override
  public Enumeration<URL> findResources(String name) throws IOException {
    return Collections.enumeration(others(name).toList());
  }

  private Stream<URL> others(String name) {
    try {
      return Collections.list(super.findResources(name)).stream().filter(url -> jar(url) != null);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot look for " + name, e);
    }
  }

  /** The path of the jar that a resource is in, or null. */
  private String jar(URL resource) {
    String text = resource.toString();
    int end = text.indexOf("!/");
    return end < 0 ? null : paths.get(text.substring(0, end + 2));
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    URL file = findResource(name.replace('.', '/') + ".class");
    if (file == null) {
      throw new ClassNotFoundException(
          name
              + ". Jars that workers use where they are see nothing but each other: if the class is"
              + " one of a folder or script, name the jar that looks for it in byValue.");
    }
    Optional<String> reason = known.computeIfAbsent(jar(file), driver::travels);
    if (reason.isPresent()) {
      throw new ClassNotFoundException(name + " isn't used where it is: " + reason.get());
    }
    return super.findClass(name);
  }

  private static URL url(String path) {
    try {
      return Path.of(path).toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("Every path is a URL: path=" + path, e);
    }
  }
}
