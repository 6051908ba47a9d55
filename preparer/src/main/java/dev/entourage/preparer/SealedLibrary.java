package dev.entourage.preparer;

import dev.entourage.CodeUnavailableException;
import dev.entourage.preparer.ClassCapture.Captured;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The library of one preparer. What tasks under way need is there; of the rest the manifests that
 * were used last are kept, and so their classes from being unloaded. Thread-safe.
 */
final class SealedLibrary implements CodeLibrary {

  /** So many manifests are kept for no task: workers may ask for the code of one that has ended. */
  private static final int KEPT = 100;

  private final CodeOrigins origins;
  private final Function<Set<Class<?>>, Closure> closures;

  /** Those of tasks under way. */
  private final Map<Digest, Sealed> held = new HashMap<>();

  /** Those of no task; the one that was used last comes last. */
  private final Map<Digest, Sealed> idle = new LinkedHashMap<>();

  /** All classes of all tasks: workers of one session share what they have. */
  private final Set<Class<?>> travelled =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  SealedLibrary(CodeOrigins origins, Function<Set<Class<?>>, Closure> closures) {
    this.origins = origins;
    this.closures = closures;
  }

  /** Closes the manifest of a closure; the same one for the same content. */
  synchronized Sealed seal(Closure closure) {
    Manifest manifest = manifestOf(closure);
    Sealed task = known(manifest.id()).orElseGet(() -> new Sealed(manifest, newest(closure)));
    task.add(closure);
    if (!task.isHeld()) {
      keep(task);
    }
    return task;
  }

  /** Keeps a manifest for a task until it is released. */
  synchronized Manifest hold(Sealed task) {
    if (task.isHeld()) {
      task.hold(); // It is the one that is held: no look-up is needed.
      return task.manifest();
    }
    Digest id = task.manifest().id();
    Sealed kept = known(id).orElse(task);
    idle.remove(id);
    held.put(id, kept);
    kept.hold();
    return kept.manifest();
  }

  @Override
  public synchronized void release(Digest id) {
    Sealed task = held.get(id);
    if (task != null && task.release()) {
      held.remove(id);
      keep(task);
    }
  }

  private void keep(Sealed task) {
    idle.remove(task.manifest().id());
    idle.put(task.manifest().id(), task);
    if (idle.size() > KEPT) {
      idle.remove(idle.keySet().iterator().next());
    }
  }

  private synchronized Optional<Sealed> known(Digest id) {
    Sealed task = held.get(id);
    return Optional.ofNullable(task != null ? task : idle.get(id));
  }

  private static Optional<ClassVersion> newest(Closure closure) {
    return closure.captured().stream()
        .map(file -> ClassVersion.of(file.entry().name(), file.bytes()))
        .max(Comparator.comparingInt(ClassVersion::version));
  }

  @Override
  public Optional<ClassVersion> newest(Digest manifest) {
    return known(manifest).flatMap(Sealed::newest);
  }

  private Manifest manifestOf(Closure closure) {
    travelled.addAll(closure.classes().values());
    return Manifest.of(
        closure.captured().stream().map(Captured::entry).toList(), packages(closure));
  }

  private static Collection<PackageVersions> packages(Closure closure) {
    Set<Package> known = Collections.newSetFromMap(new IdentityHashMap<>());
    Map<String, PackageVersions> packages = new HashMap<>();
    for (Captured file : closure.captured()) {
      Package home = closure.classes().get(file.entry().name()).getPackage();
      if (home != null && known.add(home)) {
        PackageVersions.of(home)
            .ifPresent(versions -> packages.putIfAbsent(versions.name(), versions));
      }
    }
    return packages.values();
  }

  @Override
  public Optional<byte[]> manifest(Digest id) {
    return known(id).map(task -> task.manifest().encode());
  }

  @Override
  public Map<Digest, byte[]> code(List<Digest> hashes) {
    Set<Digest> wanted = new LinkedHashSet<>(hashes);
    Map<Digest, byte[]> found = new LinkedHashMap<>();
    for (Sealed task : all()) {
      wanted.forEach(hash -> task.file(hash).ifPresent(file -> found.put(hash, file)));
      wanted.removeAll(found.keySet());
    }
    return found;
  }

  /** Those of tasks under way come first: workers mostly ask for one of these. */
  private synchronized List<Sealed> all() {
    return Stream.of(held, idle).flatMap(tasks -> tasks.values().stream()).toList();
  }

  @Override
  public Optional<byte[]> find(Digest manifest, String className) {
    return known(manifest).flatMap(task -> only(task, className).map(type -> lend(task, type)));
  }

  /** The class that the task's loaders find; empty when they find two. */
  private Optional<Class<?>> only(Sealed task, String className) {
    Set<Class<?>> found =
        task.loaders().stream()
            .flatMap(loader -> NameLookup.ask(loader, className).stream())
            .filter(type -> !type.isArray() && !type.isHidden() && origins.of(type).byValue())
            .collect(Collectors.toSet());
    return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
  }

  private byte[] lend(Sealed task, Class<?> type) {
    Closure closure = closures.apply(Set.of(type));
    task.add(closure);
    return manifestOf(closure).encode();
  }

  @Override
  public Optional<byte[]> resources(Digest manifest, String name) {
    return known(manifest).map(task -> lend(task, name));
  }

  private byte[] lend(Sealed task, String name) {
    try {
      return ResourceFormat.encode(ResourceSearch.of(task, name, origins));
    } catch (CodeUnavailableException | UncheckedIOException e) {
      return ResourceFormat.refuse(e.getMessage());
    }
  }

  @Override
  public Optional<String> travels(String jar) {
    return origins.travels(Path.of(jar));
  }

  @Override
  public ClassLoader results(Digest manifest) {
    Sealed task =
        known(manifest)
            .orElseThrow(
                () -> new IllegalArgumentException("Never sealed here: manifest=" + manifest));
    return task.results(of -> new ResultLoader(of, origins, travelled));
  }
}
