package dev.entourage.preparer;

import dev.entourage.preparer.Manifest.Entry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one generation knows of its classes: those it defines, and those names that it already
 * answered otherwise. The JVM remembers both answers, so a manifest that contradicts one can't
 * join. Thread-safe.
 */
final class GenerationMembers {

  private final Map<String, Entry> entries = new HashMap<>();
  private final Set<String> packages = new HashSet<>();
  private final Map<String, PackageVersions> versions = new HashMap<>();
  private final Set<String> absent = new HashSet<>();
  private final Set<String> inherited = new HashSet<>();

  /** The newest manifest of each code source, the newest last. */
  private final Map<String, Digest> newest = new LinkedHashMap<>();

  /** Names that no manifest of these code sources has. */
  private final Set<String> askedInVain = new HashSet<>();

  /** Takes all of a manifest in, or nothing. */
  synchronized boolean join(Manifest manifest) {
    boolean compatible = manifest.entries().stream().allMatch(this::isCompatible);
    if (compatible) {
      add(manifest);
      manifest.entries().forEach(entry -> renew(entry.source(), manifest.id()));
    }
    return compatible;
  }

  private boolean isCompatible(Entry entry) {
    Entry known = entries.get(entry.name());
    return known == null
        ? !absent.contains(entry.name()) && !inherited.contains(entry.name())
        : known.equals(entry);
  }

  /** A code source that is new here may have what the others lacked. */
  private void renew(String source, Digest manifest) {
    if (newest.remove(source) == null) {
      askedInVain.clear();
    }
    newest.put(source, manifest);
  }

  private void add(Entry entry) {
    entries.putIfAbsent(entry.name(), entry);
    packages.add(PlatformAndApiLoader.packageName(entry.name()));
  }

  /** Takes in the closure of a class that was found lazily; false when the class contradicts. */
  synchronized boolean extend(Manifest closure) {
    if (!closure.entries().stream().allMatch(this::isExtension)) {
      return false;
    }
    add(closure);
    return true;
  }

  private void add(Manifest manifest) {
    manifest.entries().forEach(this::add);
    manifest.packages().forEach(known -> versions.putIfAbsent(known.name(), known));
  }

  /** A name that failed before may come now: code that failed on it keeps failing. */
  private boolean isExtension(Entry entry) {
    Entry known = entries.get(entry.name());
    return known == null ? !inherited.contains(entry.name()) : known.equals(entry);
  }

  /** The class of a name, or null when this generation doesn't define it. */
  synchronized Entry entry(String name) {
    return entries.get(name);
  }

  synchronized Set<Digest> files() {
    return entries.values().stream().map(Entry::hash).collect(Collectors.toSet());
  }

  /** What the driver knows of a package, or null. */
  synchronized PackageVersions versions(String packageName) {
    return versions.get(packageName);
  }

  /** Whether this generation defines classes of a package, which mustn't be split. */
  synchronized boolean ownsPackage(String packageName) {
    return packages.contains(packageName);
  }

  /** Remembers that nobody has a class; false when a manifest brought it meanwhile. */
  synchronized boolean markAbsent(String name) {
    if (entries.containsKey(name)) {
      return false;
    }
    absent.add(name);
    return true;
  }

  /** Remembers that a class came by reference; false when a manifest brought it meanwhile. */
  synchronized boolean markInherited(String name) {
    if (entries.containsKey(name)) {
      return false;
    }
    inherited.add(name);
    return true;
  }

  /**
   * The manifests to ask for a class that none of them lists, so that each code source is asked
   * once; none when all were asked in vain.
   */
  synchronized List<Digest> manifestsToAsk(String name) {
    return askedInVain.contains(name) ? List.of() : newestFirst();
  }

  /** Remembers an answer, unless a code source came meanwhile that wasn't asked. */
  synchronized void markAskedInVain(String name, List<Digest> manifests) {
    if (manifests.equals(newestFirst())) {
      askedInVain.add(name);
    }
  }

  /** How many code sources are known; each may have what the others lack. */
  synchronized int sources() {
    return newest.size();
  }

  /** The manifests to ask so that each code source is asked; the newest first. */
  synchronized List<Digest> manifests() {
    return newestFirst();
  }

  private List<Digest> newestFirst() {
    List<Digest> ids = new ArrayList<>(new LinkedHashSet<>(newest.values()));
    Collections.reverse(ids);
    return ids;
  }
}
