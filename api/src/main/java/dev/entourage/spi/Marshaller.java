package dev.entourage.spi;

import dev.entourage.MarshallingException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/**
 * Turns object graphs into bytes and back, for the classes of one loader. Thread-safe. The caller
 * sees to it that its thread's stack is deep enough.
 *
 * @since 0.1
 */
public interface Marshaller {

  /**
   * Encodes a graph. Identity and cycles are kept; what can't be encoded right is refused.
   *
   * @param root the graph, which is not changed; may be null
   * @param seen hears the class of each object that is encoded, at least once a class, also those
   *     that show only while encoding
   * @return a heap buffer that belongs to the caller
   * @throws RefusedException when the graph holds something that can't be encoded
   */
  ByteBuffer write(Object root, Consumer<Class<?>> seen);

  /**
   * Decodes a graph.
   *
   * @param bytes what {@link #write} of the same backend returned; not kept, not changed
   * @return the graph
   * @throws MarshallingException when the bytes are damaged or name a class that isn't there
   */
  Object read(ByteBuffer bytes);
}
