/**
 * Object graphs in Apache Fory's binary encoding: the normal form lays a graph out as a table of
 * plain arrays, and these go into Fory's memory buffers.
 *
 * <p>Meet {@link dev.entourage.backend.fory.ForyBackend} first. {@code ForyWriter} and {@code
 * ForyReader} know the layout of the bytes.
 */
package dev.entourage.backend.fory;
