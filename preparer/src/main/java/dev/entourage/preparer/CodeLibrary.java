package dev.entourage.preparer;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The driver's answers to its workers' questions for code. It gives away only what some sealed
 * manifest holds, or what a manifest's own loaders find. Thread-safe.
 *
 * @since 0.1
 */
public interface CodeLibrary {

  /**
   * Finds a sealed manifest.
   *
   * @param id its id
   * @return its encoding, or empty when this driver never sealed it
   */
  Optional<byte[]> manifest(Digest id);

  /**
   * Tells which class of a manifest needs the newest Java.
   *
   * @param manifest a sealed manifest's id
   * @return the class; empty when no class travels
   */
  Optional<ClassVersion> newest(Digest manifest);

  /**
   * Lets go of a manifest that was sealed for a task, which has ended: no worker will ask for it
   * any more. Its classes may be unloaded when many others have come.
   *
   * @param id a manifest's id, to be released as often as it was sealed
   */
  void release(Digest id);

  /**
   * Finds class files.
   *
   * @param hashes their digests
   * @return the class files of all hashes that a sealed manifest holds
   */
  Map<Digest, byte[]> code(List<Digest> hashes);

  /**
   * Finds a class that static analysis could not see, with its own closure.
   *
   * @param manifest the manifest of the task that asks
   * @param className the binary name
   * @return the encoding of a manifest of the class and its closure, which {@link #code} can serve
   *     from now on; empty when the manifest's loaders don't have it, have two, or it travels by
   *     reference
   * @throws dev.entourage.PreparationException when its class file can't be had
   */
  Optional<byte[]> find(Digest manifest, String className);

  /**
   * Finds the resources of a name that the code of a task may see, in code sources that travel by
   * value.
   *
   * @param manifest the manifest of the task that asks
   * @param name as for {@link ClassLoader#getResource}; one that leads out of a code source finds
   *     nothing
   * @return the encoding of all of them, or of why they aren't given away; empty when this driver
   *     doesn't know the manifest
   */
  Optional<byte[]> resources(Digest manifest, String name);

  /**
   * Tells whether the classes of a jar travel.
   *
   * @param jar the path of one of {@link Preparer#inherited()}
   * @return why they travel; empty when workers use the jar where it is
   */
  Optional<String> travels(String jar);

  /**
   * Returns the loader that decodes results of a task: it finds the driver's own classes of the
   * manifest, the JDK's and those that travel by reference, and defines none.
   *
   * @param manifest a sealed manifest's id
   * @return the same loader for the same manifest
   */
  ClassLoader results(Digest manifest);
}
