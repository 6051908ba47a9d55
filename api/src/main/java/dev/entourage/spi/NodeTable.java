package dev.entourage.spi;

/**
 * An object graph as plain arrays, for libraries whose streams can't be hooked: objects are rows,
 * references are row numbers. A backend writes the four arrays and reads them back; only {@link
 * NormalForm} knows what they mean.
 *
 * @param texts class names, field names and strings, each once
 * @param rows what each object is: its class, its kind and where its values begin
 * @param values primitives as bits, and references
 * @param blobs primitive arrays as bytes
 * @since 0.1
 */
public record NodeTable(String[] texts, int[] rows, long[] values, byte[][] blobs) {}
