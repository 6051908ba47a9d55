package dev.entourage.spi;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;

/**
 * What all backends share: how objects travel that no two libraries write alike. A graph becomes a
 * table of plain arrays, which a backend writes with its library; the caller's objects are never
 * touched. {@link TableMarshaller} does all but the writing. Thread-safe.
 *
 * @since 0.1
 */
public interface NormalForm {

  /**
   * Lays a graph out as plain arrays, but for long arrays of primitives, which need no library.
   *
   * @param root the graph; may be null
   * @param seen hears the class of each object
   * @param longs is given such arrays, in the order in which {@link #graph} wants them; the
   *     caller's own, to be copied at once
   * @param encoder is given the table of all else, once, before this call returns
   * @return what it made of the table
   * @throws IOException when the encoder does
   * @throws RefusedException when the graph holds something that can't travel
   */
  ByteBuffer encode(
      Object root, Consumer<Class<?>> seen, List<LongArray> longs, TableEncoder encoder)
      throws IOException;

  /**
   * Reads a graph.
   *
   * @param table what {@link #encode} gave to the encoder; only read, and not kept
   * @param longs the bytes of each array that it gave
   * @return the graph
   */
  Object graph(NodeTable table, List<ByteBuffer> longs);

  /**
   * Gives memory for what is to be encoded.
   *
   * @param least how many bytes are needed
   * @return a heap buffer of the caller's own from its beginning on, which may be larger and hold
   *     anything
   */
  default ByteBuffer memory(int least) {
    return ByteBuffer.allocate(least);
  }
}
