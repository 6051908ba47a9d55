package dev.entourage.spi;

/**
 * Bytes within a larger array, which tell most graphs: nobody copies them but a library to where it
 * writes, or to where it must have them.
 *
 * @param array holds them; not to be changed, and not to be kept
 * @param start where they begin
 * @param size how many they are
 * @since 0.1
 */
public record Steps(byte[] array, int start, int size) {

  /** None at all. */
  public static final Steps NONE = of(new byte[0]);

  /**
   * Takes a whole array.
   *
   * @param array what to take
   * @return all of it
   */
  public static Steps of(byte[] array) {
    return new Steps(array, 0, array.length);
  }
}
