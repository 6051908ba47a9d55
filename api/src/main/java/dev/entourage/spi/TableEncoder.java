package dev.entourage.spi;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Makes bytes of a table, with a library.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface TableEncoder {

  /**
   * Encodes a table.
   *
   * @param table not changed; none of its arrays is kept, for they are used again
   * @return a heap buffer that belongs to the caller; never null
   * @throws IOException when the library does
   */
  ByteBuffer encode(NodeTable table) throws IOException;
}
