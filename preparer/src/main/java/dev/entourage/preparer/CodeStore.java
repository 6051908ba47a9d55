package dev.entourage.preparer;

import dev.entourage.CodeUnavailableException;
import dev.entourage.preparer.Manifest.Entry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The class files that a worker has, by content. Thread-safe. */
final class CodeStore {

  private final CodeRequests requests;
  private final Map<Digest, byte[]> files = new ConcurrentHashMap<>();

  CodeStore(CodeRequests requests) {
    this.requests = requests;
  }

  /** Asks for all class files of a manifest that aren't here yet, in one message. */
  synchronized void complete(Manifest manifest) {
    List<Digest> missing =
        manifest.entries().stream()
            .map(Entry::hash)
            .filter(hash -> !files.containsKey(hash))
            .distinct()
            .toList();
    if (!missing.isEmpty()) {
      add(manifest, missing, requests.code(missing));
    }
  }

  /** All or nothing: a file that can't run here would be taken for one that was looked at. */
  private void add(Manifest manifest, List<Digest> missing, Map<Digest, byte[]> arrived) {
    check(missing, arrived);
    for (Entry entry : manifest.entries()) {
      if (arrived.containsKey(entry.hash())) {
        requireRunnable(ClassVersion.of(entry.name(), arrived.get(entry.hash())));
      }
    }
    missing.forEach(hash -> files.put(hash, arrived.get(hash)));
  }

  private static void requireRunnable(ClassVersion type) {
    int java = Runtime.version().feature();
    if (type.java() > java) {
      throw new CodeUnavailableException(
          type.refusal("worker pid " + ProcessHandle.current().pid(), java));
    }
  }

  private static void check(List<Digest> missing, Map<Digest, byte[]> arrived) {
    for (Digest hash : missing) {
      byte[] file = arrived.get(hash);
      if (file == null) {
        throw new CodeUnavailableException("The driver doesn't have a class file: hash=" + hash);
      }
      if (!Digest.of(file).equals(hash)) {
        throw new CodeUnavailableException("A class file was damaged on its way: hash=" + hash);
      }
    }
  }

  /** A class file of a manifest that was completed; asked for again if it was dropped since. */
  byte[] get(Entry entry) {
    byte[] file = files.get(entry.hash());
    return file != null ? file : fetch(entry);
  }

  private synchronized byte[] fetch(Entry entry) {
    complete(Manifest.of(List.of(entry)));
    return files.get(entry.hash());
  }

  /** Drops all class files but some. */
  synchronized void keep(Set<Digest> needed) {
    files.keySet().retainAll(needed);
  }
}
