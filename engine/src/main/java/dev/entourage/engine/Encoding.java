package dev.entourage.engine;

import dev.entourage.preparer.ClassVersion;
import dev.entourage.preparer.Codec.Encoded;
import dev.entourage.preparer.Manifest;
import dev.entourage.preparer.PreparedTask;
import java.util.Optional;

/**
 * A task that is ready to be sent.
 *
 * @param prepared what went through the layers
 * @param encoded its bytes
 * @param manifest its classes
 * @param newest which of them needs the newest Java
 */
record Encoding(
    PreparedTask prepared, Encoded encoded, Manifest manifest, Optional<ClassVersion> newest) {

  int size() {
    return encoded.bytes().remaining();
  }
}
