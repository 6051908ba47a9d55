package dev.entourage.spi;

/**
 * An object graph as plain arrays, for libraries whose streams can't be hooked. A backend writes
 * the arrays and reads them back; only {@link NormalForm} knows what they mean. Any of them may be
 * empty: most graphs are told by their steps, in others objects are rows and references row
 * numbers.
 *
 * @param texts class names, field names and strings, each once
 * @param rows what each object is: its class, its kind and where its values begin
 * @param values primitives as bits, and references
 * @param blobs primitive arrays as bytes
 * @param steps each object, and behind it all that it refers to
 * @since 0.1
 */
public record NodeTable(String[] texts, int[] rows, long[] values, byte[][] blobs, Steps steps) {

  /**
   * Makes a table without steps.
   *
   * @param texts as above
   * @param rows as above
   * @param values as above
   * @param blobs as above
   */
  public NodeTable(String[] texts, int[] rows, long[] values, byte[][] blobs) {
    this(texts, rows, values, blobs, Steps.NONE);
  }
}
