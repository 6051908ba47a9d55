package dev.entourage.preparer;

import dev.entourage.spi.Marshaller;
import dev.entourage.spi.NormalForm;
import java.nio.ByteBuffer;
import java.util.Set;

/**
 * Encodes and decodes graphs of any depth with a backend: on the caller's thread where that is
 * enough, else on a thread with a big stack while the caller waits. Turns refusals of the
 * marshaller into errors with the path. Thread-safe.
 *
 * @since 0.1
 */
public final class Codec implements AutoCloseable {

  /**
   * Makes a codec.
   *
   * @param marshaller the backend's marshaller
   * @param normalForm the normal form it was made over
   */
  public Codec(Marshaller marshaller, NormalForm normalForm) {
    throw new UnsupportedOperationException("Codec");
  }

  /**
   * What was encoded.
   *
   * @param bytes a heap buffer that belongs to the caller
   * @param classes the classes of all objects in it
   */
  public record Encoded(ByteBuffer bytes, Set<Class<?>> classes) {}

  /**
   * Encodes a task that went through the layers, the walk among them.
   *
   * @param task what was prepared
   * @return the bytes and the classes
   * @throws dev.entourage.PreparationException when it holds something that can't travel, with the
   *     path
   */
  public Encoded encode(PreparedTask task) {
    throw new UnsupportedOperationException("encode");
  }

  /**
   * Walks and encodes a graph, such as a result.
   *
   * @param root the graph; may be null
   * @return the bytes and the classes
   * @throws dev.entourage.PreparationException when it holds something that can't travel, with the
   *     path
   */
  public Encoded encode(Object root) {
    throw new UnsupportedOperationException("encode");
  }

  /**
   * Decodes a graph.
   *
   * @param bytes what was encoded
   * @return the graph
   * @throws dev.entourage.MarshallingException when the bytes are damaged or name a class that
   *     isn't there
   */
  public Object decode(ByteBuffer bytes) {
    throw new UnsupportedOperationException("decode");
  }

  /** Ends the threads with big stacks. */
  @Override
  public void close() {
    throw new UnsupportedOperationException("close");
  }
}
