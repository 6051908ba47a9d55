package dev.entourage.preparer;

import dev.entourage.preparer.Codec.Encoded;
import java.util.Optional;

/**
 * A task, or a shared value, that is ready to be sent.
 *
 * @param statics the values of static fields that it may read
 * @param encoded its bytes and classes
 * @param manifest its code, which the library keeps until it is released there
 * @param newest which of the manifest's classes needs the newest Java
 * @since 0.1
 */
public record ReadyTask(
    Statics statics, Encoded encoded, Manifest manifest, Optional<ClassVersion> newest) {

  /**
   * Returns what it takes.
   *
   * @return the number of bytes
   */
  public int size() {
    return encoded.bytes().remaining();
  }
}
