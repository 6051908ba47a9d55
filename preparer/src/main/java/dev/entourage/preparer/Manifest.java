package dev.entourage.preparer;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The classes of a task by (code source, name) and hash. Its own id is the hash of its encoding, so
 * that a warm task carries 32 bytes of code. Immutable.
 *
 * @param id the digest of {@link #encode()}
 * @param entries the classes that travel by value, sorted by source and name
 * @param packages what the driver knows of their packages, sorted by name; those of which it knows
 *     nothing are left out
 * @since 0.1
 */
public record Manifest(Digest id, List<Entry> entries, List<PackageVersions> packages) {

  /**
   * One class that travels by value.
   *
   * @param source the code source it comes from, as text
   * @param name its binary name
   * @param hash the digest of its class file
   * @param asserting whether its assertions are on
   */
  public record Entry(String source, String name, Digest hash, boolean asserting) {

    /**
     * Makes the entry of a class whose assertions are off.
     *
     * @param source the code source it comes from, as text
     * @param name its binary name
     * @param hash the digest of its class file
     */
    public Entry(String source, String name, Digest hash) {
      this(source, name, hash, false);
    }
  }

  /** Copies the lists. */
  public Manifest {
    entries = List.copyOf(entries);
    packages = List.copyOf(packages);
  }

  /**
   * Makes the manifest of some classes.
   *
   * @param entries the classes in any order; no name twice
   * @return their manifest
   */
  public static Manifest of(Collection<Entry> entries) {
    return of(entries, List.of());
  }

  static Manifest of(Collection<Entry> entries, Collection<PackageVersions> packages) {
    List<Entry> sorted = entries.stream().sorted(ManifestFormat.ORDER).toList();
    List<PackageVersions> versions =
        packages.stream().sorted(Comparator.comparing(PackageVersions::name)).toList();
    return new Manifest(Digest.of(ManifestFormat.encode(sorted, versions)), sorted, versions);
  }

  /**
   * Encodes this manifest.
   *
   * @return the bytes that its id is the digest of
   */
  public byte[] encode() {
    return ManifestFormat.encode(entries, packages);
  }

  /**
   * Decodes a manifest.
   *
   * @param bytes what {@link #encode()} made; may be hostile
   * @return the manifest
   * @throws dev.entourage.CodeUnavailableException when the bytes are no manifest
   */
  public static Manifest decode(byte[] bytes) {
    return ManifestFormat.decode(bytes);
  }
}
