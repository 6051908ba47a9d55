package dev.entourage.preparer;

import dev.entourage.CodeUnavailableException;
import dev.entourage.preparer.ClassCapture.Captured;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The library of one preparer. Thread-safe. */
final class SealedLibrary implements CodeLibrary {

  private final CodeOrigins origins;
  private final Function<Set<Class<?>>, Closure> closures;
  private final Map<Digest, Sealed> sealed = new ConcurrentHashMap<>();
  private final Map<Digest, byte[]> files = new ConcurrentHashMap<>();

  /** All classes of all tasks: workers of one session share what they have. */
  private final Set<Class<?>> travelled = ConcurrentHashMap.newKeySet();

  private final Map<Digest, ResultLoader> results = new ConcurrentHashMap<>();

  SealedLibrary(CodeOrigins origins, Function<Set<Class<?>>, Closure> closures) {
    this.origins = origins;
    this.closures = closures;
  }

  /** Closes the manifest of a closure; the same one for the same content. */
  Manifest seal(Closure closure) {
    Manifest manifest = manifestOf(closure);
    Sealed kept =
        sealed.computeIfAbsent(manifest.id(), id -> new Sealed(manifest, newest(closure)));
    kept.add(closure);
    return kept.manifest();
  }

  private static Optional<ClassVersion> newest(Closure closure) {
    return closure.captured().stream()
        .map(file -> ClassVersion.of(file.entry().name(), file.bytes()))
        .max(Comparator.comparingInt(ClassVersion::version));
  }

  @Override
  public Optional<ClassVersion> newest(Digest manifest) {
    return known(manifest).newest();
  }

  private Manifest manifestOf(Closure closure) {
    travelled.addAll(closure.classes().values());
    closure.captured().forEach(file -> files.putIfAbsent(file.entry().hash(), file.bytes()));
    return Manifest.of(
        closure.captured().stream().map(Captured::entry).toList(), packages(closure));
  }

  private static Collection<PackageVersions> packages(Closure closure) {
    Map<String, PackageVersions> packages = new HashMap<>();
    for (Captured file : closure.captured()) {
      PackageVersions.of(closure.classes().get(file.entry().name()))
          .ifPresent(versions -> packages.putIfAbsent(versions.name(), versions));
    }
    return packages.values();
  }

  @Override
  public Optional<byte[]> manifest(Digest id) {
    return Optional.ofNullable(sealed.get(id)).map(known -> known.manifest().encode());
  }

  @Override
  public Map<Digest, byte[]> code(List<Digest> hashes) {
    Map<Digest, byte[]> found = new LinkedHashMap<>();
    for (Digest hash : hashes) {
      byte[] file = files.get(hash);
      if (file != null) {
        found.put(hash, file);
      }
    }
    return found;
  }

  @Override
  public Optional<byte[]> find(Digest manifest, String className) {
    Sealed task = sealed.get(manifest);
    return task == null ? Optional.empty() : only(task, className).map(type -> lend(task, type));
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
    return Optional.ofNullable(sealed.get(manifest)).map(task -> lend(task, name));
  }

  private byte[] lend(Sealed task, String name) {
    try {
      return ResourceFormat.encode(ResourceSearch.of(task, name, origins));
    } catch (CodeUnavailableException | UncheckedIOException e) {
      return ResourceFormat.refuse(e.getMessage());
    }
  }

  @Override
  public ClassLoader results(Digest manifest) {
    return results.computeIfAbsent(manifest, id -> new ResultLoader(known(id), origins, travelled));
  }

  private Sealed known(Digest id) {
    Sealed task = sealed.get(id);
    if (task == null) {
      throw new IllegalArgumentException("Never sealed here: manifest=" + id);
    }
    return task;
  }
}
