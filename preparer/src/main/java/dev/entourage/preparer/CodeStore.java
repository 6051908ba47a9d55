package dev.entourage.preparer;

import dev.entourage.CodeUnavailableException;
import dev.entourage.preparer.Manifest.Entry;
import java.util.List;
import java.util.Map;
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
      add(missing, requests.code(missing));
    }
  }

  private void add(List<Digest> missing, Map<Digest, byte[]> arrived) {
    for (Digest hash : missing) {
      byte[] file = arrived.get(hash);
      if (file == null) {
        throw new CodeUnavailableException("The driver doesn't have a class file: hash=" + hash);
      }
      if (!Digest.of(file).equals(hash)) {
        throw new CodeUnavailableException("A class file was damaged on its way: hash=" + hash);
      }
      files.put(hash, file);
    }
  }

  /** A class file of a manifest that was completed. */
  byte[] get(Digest hash) {
    byte[] file = files.get(hash);
    if (file == null) {
      throw new IllegalStateException("Not completed: hash=" + hash);
    }
    return file;
  }
}
