package dev.entourage.preparer;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A worker's questions to its driver. Implemented over the link; each call blocks until the answer
 * is there. Thread-safe.
 *
 * @since 0.1
 */
public interface CodeRequests {

  /**
   * Asks for a manifest.
   *
   * @param id its id
   * @return its encoding
   * @throws dev.entourage.CodeUnavailableException when the driver is gone or doesn't know it
   */
  byte[] manifest(Digest id);

  /**
   * Asks for class files, all in one message.
   *
   * @param missing the hashes that this worker doesn't have
   * @return the class files; their hashes are not checked yet
   * @throws dev.entourage.CodeUnavailableException when the driver is gone
   */
  Map<Digest, byte[]> code(List<Digest> missing);

  /**
   * Asks for a class that the manifest doesn't list.
   *
   * @param manifest the manifest of the task that needs it
   * @param className the binary name
   * @return the encoding of a manifest of the class and its closure; empty when there is none
   * @throws dev.entourage.CodeUnavailableException when the driver is gone
   */
  Optional<byte[]> find(Digest manifest, String className);

  /**
   * Asks for the resources of a name.
   *
   * @param manifest the manifest of the task that needs them
   * @param name as for {@link ClassLoader#getResource}
   * @return the encoding of all that the driver lends
   * @throws dev.entourage.CodeUnavailableException when the driver is gone or doesn't know the
   *     manifest
   */
  byte[] resources(Digest manifest, String name);

  /**
   * Asks whether the classes of an inherited jar travel after all: then those of the file mustn't
   * be used, for each would be there twice.
   *
   * @param jar its path
   * @return why they travel; empty when the jar is to be used where it is
   * @throws dev.entourage.CodeUnavailableException when the driver is gone
   */
  Optional<String> travels(String jar);
}
