package dev.entourage.preparer;

import dev.entourage.CodeUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A worker's questions, answered by a library in the same JVM and counted. */
final class LocalRequests implements CodeRequests {

  private final CodeLibrary library;
  final List<Digest> manifests = new ArrayList<>();
  final List<List<Digest>> messages = new ArrayList<>();
  final List<String> found = new ArrayList<>();
  final List<String> resources = new ArrayList<>();

  LocalRequests(CodeLibrary library) {
    this.library = library;
  }

  @Override
  public synchronized byte[] manifest(Digest id) {
    manifests.add(id);
    return library
        .manifest(id)
        .orElseThrow(() -> new CodeUnavailableException("Unknown manifest: id=" + id));
  }

  @Override
  public synchronized Map<Digest, byte[]> code(List<Digest> missing) {
    messages.add(missing);
    return library.code(missing);
  }

  @Override
  public synchronized byte[] resources(Digest manifest, String name) {
    resources.add(name);
    return library
        .resources(manifest, name)
        .orElseThrow(() -> new CodeUnavailableException("Unknown manifest: id=" + manifest));
  }

  @Override
  public Optional<String> travels(String jar) {
    return library.travels(jar);
  }

  @Override
  public synchronized Optional<byte[]> find(Digest manifest, String className) {
    found.add(className);
    return library.find(manifest, className);
  }
}
