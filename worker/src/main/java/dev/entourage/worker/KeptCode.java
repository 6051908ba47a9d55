package dev.entourage.worker;

import dev.entourage.preparer.CodeRequests;
import dev.entourage.preparer.Digest;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks the driver only for class files that this machine hasn't had. It looks for what a manifest
 * of the driver's names and for nothing else: who can name a hash has had the file.
 */
final class KeptCode implements CodeRequests {

  /** How many bytes a user's folder may hold: some fifty closures of a thousand classes. */
  private static final long MOST = 256L << 20;

  private final CodeRequests driver;
  private final CodeFolder folder;

  private KeptCode(CodeRequests driver, CodeFolder folder) {
    this.driver = driver;
    this.folder = folder;
  }

  /** Returns the way to the driver past a folder, where there is one. */
  static CodeRequests in(Optional<String> folder, CodeRequests driver) {
    return folder.isPresent()
        ? new KeptCode(driver, new CodeFolder(Path.of(folder.get()), MOST))
        : driver;
  }

  @Override
  public Map<Digest, byte[]> code(List<Digest> missing) {
    Map<Digest, byte[]> files = new HashMap<>();
    missing.forEach(hash -> folder.find(hash).ifPresent(file -> files.put(hash, file)));
    List<Digest> strange = missing.stream().filter(hash -> !files.containsKey(hash)).toList();
    if (!strange.isEmpty()) {
      Map<Digest, byte[]> sent = driver.code(strange);
      folder.keep(right(sent));
      files.putAll(sent);
    }
    return files;
  }

  /** What isn't is refused by who asked. */
  private static Map<Digest, byte[]> right(Map<Digest, byte[]> sent) {
    Map<Digest, byte[]> right = new HashMap<>(sent);
    right.entrySet().removeIf(file -> !Digest.of(file.getValue()).equals(file.getKey()));
    return right;
  }

  @Override
  public byte[] manifest(Digest id) {
    return driver.manifest(id);
  }

  @Override
  public Optional<byte[]> find(Digest manifest, String className) {
    return driver.find(manifest, className);
  }

  @Override
  public byte[] resources(Digest manifest, String name) {
    return driver.resources(manifest, name);
  }

  @Override
  public Optional<String> travels(String jar) {
    return driver.travels(jar);
  }
}
