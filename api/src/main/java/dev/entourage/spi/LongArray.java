package dev.entourage.spi;

import java.nio.ByteBuffer;

/**
 * An array of primitives within a graph, so long that its bytes are copied just once, to where they
 * shall be. {@link NormalForm} makes them, {@link TableMarshaller} writes them.
 *
 * @since 0.1
 */
public interface LongArray {

  /**
   * Says how much room it takes.
   *
   * @return a number of bytes
   */
  int bytes();

  /**
   * Copies the elements.
   *
   * @param to has as much room, and no more
   */
  void copyTo(ByteBuffer to);
}
