package dev.entourage.preparer;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;

/** A manifest with the driver's own classes behind it. Thread-safe. */
final class Sealed {

  private final Manifest manifest;
  private final Map<String, Class<?>> classes = new ConcurrentHashMap<>();

  /** In the order in which the classes were met: the task's own come first. */
  private final Set<ClassLoader> loaders = new CopyOnWriteArraySet<>();

  /** The class of the manifest that needs the newest Java. */
  private final Optional<ClassVersion> newest;

  private final Set<String> others = ConcurrentHashMap.newKeySet();

  Sealed(Manifest manifest, Optional<ClassVersion> newest) {
    this.manifest = manifest;
    this.newest = newest;
  }

  Manifest manifest() {
    return manifest;
  }

  Optional<ClassVersion> newest() {
    return newest;
  }

  /** Takes in what belongs to the manifest, or was found lazily for it. */
  void add(Closure closure) {
    closure.classes().forEach(classes::putIfAbsent);
    closure.classes().values().forEach(type -> loaders.add(type.getClassLoader()));
    others.addAll(closure.others());
  }

  /** The user's class of a name, or null. */
  Class<?> type(String name) {
    return classes.get(name);
  }

  Collection<Class<?>> types() {
    return classes.values();
  }

  /** The loaders of the user's classes. */
  Set<ClassLoader> loaders() {
    return loaders;
  }

  /** Whether the task's code names another class, such as one of the JDK's. */
  boolean mentions(String name) {
    return others.contains(name);
  }
}
