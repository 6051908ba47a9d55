package dev.entourage.spi;

/**
 * An object graph as plain arrays, for libraries whose streams can't be hooked. A backend writes
 * the four arrays and reads them back; only {@link NormalForm} knows what they mean. Any of them
 * may be empty: most graphs are told by texts and blobs alone, in others objects are rows and
 * references row numbers.
 *
 * @param texts class names, field names and strings, each once
 * @param rows what each object is: its class, its kind and where its values begin
 * @param values primitives as bits, and references
 * @param blobs primitive arrays as bytes, and what tells most graphs
 * @since 0.1
 */
public record NodeTable(String[] texts, int[] rows, long[] values, byte[][] blobs) {}
