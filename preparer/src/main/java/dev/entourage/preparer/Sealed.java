package dev.entourage.preparer;

import dev.entourage.preparer.ClassCapture.Captured;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Function;

/** A manifest with the driver's own classes and their files behind it. Thread-safe. */
final class Sealed {

  private final Manifest manifest;
  private final Map<String, Class<?>> classes = new ConcurrentHashMap<>();
  private final Map<Digest, byte[]> files = new ConcurrentHashMap<>();

  /** In the order in which the classes were met: the task's own come first. */
  private final Set<ClassLoader> loaders = new CopyOnWriteArraySet<>();

  /** The class of the manifest that needs the newest Java. */
  private final Optional<ClassVersion> newest;

  private final Set<String> others = ConcurrentHashMap.newKeySet();
  private ResultLoader results;

  /** Tasks under way; guarded by the library. */
  private int holders;

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
    closure.captured().forEach(this::add);
    closure.classes().values().forEach(type -> loaders.add(type.getClassLoader()));
    others.addAll(closure.others());
  }

  private void add(Captured file) {
    files.putIfAbsent(file.entry().hash(), file.bytes());
  }

  void hold() {
    holders++;
  }

  /** Returns whether no task is left. */
  boolean release() {
    holders--;
    return holders == 0;
  }

  boolean isHeld() {
    return holders > 0;
  }

  int size() {
    return classes.size();
  }

  Optional<byte[]> file(Digest hash) {
    return Optional.ofNullable(files.get(hash));
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

  /** The loader of the task's results, always the same. */
  synchronized ResultLoader results(Function<Sealed, ResultLoader> make) {
    if (results == null) {
      results = make.apply(this);
    }
    return results;
  }
}
