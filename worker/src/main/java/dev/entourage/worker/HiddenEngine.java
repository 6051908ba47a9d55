package dev.entourage.worker;

import java.net.URLClassLoader;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The engine for tasks that have workers of their own. A worker starts without it; it comes from a
 * loader of its own, where user code doesn't see it. Thread-safe.
 */
final class HiddenEngine implements Supplier<Optional<ClassLoader>> {

  private final List<String> path;
  private ClassLoader loader;

  /**
   * Makes an engine that isn't loaded yet.
   *
   * @param path the jars and folders that it is in; none where tasks can't have one
   */
  HiddenEngine(List<String> path) {
    this.path = path;
  }

  @Override
  public synchronized Optional<ClassLoader> get() {
    if (loader == null && !path.isEmpty()) {
      loader =
          new URLClassLoader(
              "entourage-engine", InheritedJars.urls(path), HiddenEngine.class.getClassLoader());
    }
    return Optional.ofNullable(loader);
  }
}
