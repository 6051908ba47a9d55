package dev.entourage.worker;

import dev.entourage.preparer.SessionLoaders;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;

/** Shows the driver's jars to the session, and nothing of ours but the API. */
final class InheritedJars {

  private InheritedJars() {}

  static ClassLoader loader(List<String> paths) {
    ClassLoader parent = SessionLoaders.platformAndApi();
    if (paths.isEmpty()) {
      return parent;
    }
    URL[] urls = paths.stream().map(InheritedJars::url).toArray(URL[]::new);
    return new URLClassLoader("entourage-inherited", urls, parent);
  }

  private static URL url(String path) {
    try {
      return Path.of(path).toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("Every path is a URL: path=" + path, e);
    }
  }
}
