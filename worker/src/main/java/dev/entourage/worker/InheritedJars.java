package dev.entourage.worker;

import dev.entourage.preparer.SessionLoaders;
import dev.entourage.worker.LinkMessage.Begin;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;

/** Shows the driver's jars to the session, and nothing of ours but the API. */
final class InheritedJars {

  private InheritedJars() {}

  static ClassLoader loader(Begin begin) {
    ClassLoader parent = SessionLoaders.platformAndApi(new HiddenEngine(begin.engine()));
    return begin.inherited().isEmpty()
        ? parent
        : new URLClassLoader("entourage-inherited", urls(begin.inherited()), parent);
  }

  static URL[] urls(List<String> paths) {
    return paths.stream().map(InheritedJars::url).toArray(URL[]::new);
  }

  private static URL url(String path) {
    try {
      return Path.of(path).toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("Every path is a URL: path=" + path, e);
    }
  }
}
