package dev.entourage.engine;

import dev.entourage.preparer.Codec.Encoded;
import dev.entourage.preparer.Manifest;
import dev.entourage.preparer.PreparedTask;

/**
 * A task that is ready to be sent.
 *
 * @param prepared what went through the layers
 * @param encoded its bytes
 * @param manifest its classes
 */
record Encoding(PreparedTask prepared, Encoded encoded, Manifest manifest) {

  int size() {
    return encoded.bytes().remaining();
  }
}
