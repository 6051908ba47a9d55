package dev.entourage.worker;

import dev.entourage.spi.NormalForm;
import java.lang.ref.SoftReference;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The memory of a large frame that was read and decoded, for the next one that is as long: arrays
 * of one size often follow each other, and Java clears new memory, which takes as long as to copy
 * what comes into it. One in a JVM, held softly. Thread-safe.
 *
 * @since 0.1
 */
public final class SpareFrame {

  /** What is smaller costs little. */
  private static final int LEAST = 1 << 20;

  private static final int MOST = 64 << 20;

  private static final SoftReference<byte[]> NONE = new SoftReference<>(null);

  private static final AtomicReference<SoftReference<byte[]>> SPARE = new AtomicReference<>(NONE);

  private SpareFrame() {}

  /**
   * Gives a frame back whose only large part was decoded. Nobody may refer to it any more.
   *
   * @param bytes that part, a view of the frame
   */
  public static void give(ByteBuffer bytes) {
    byte[] frame = bytes.array();
    if (frame.length >= LEAST && frame.length <= MOST) {
      SPARE.set(new SoftReference<>(frame));
    }
  }

  /** Returns memory for what is to be encoded; see {@link NormalForm#memory}. */
  static ByteBuffer memory(int least) {
    byte[] spare = take(least);
    boolean fits = spare != null && spare.length >= least && spare.length - least <= LEAST;
    return fits ? ByteBuffer.wrap(spare) : ByteBuffer.allocate(least);
  }

  private static byte[] take(int length) {
    return length < LEAST ? null : SPARE.getAndSet(NONE).get();
  }

  /** Returns an array that begins with a prefix. What follows isn't cleared, but to be filled. */
  static byte[] take(byte[] prefix, int length) {
    byte[] spare = take(length);
    if (spare == null || spare.length != length) {
      return Arrays.copyOf(prefix, length);
    }
    System.arraycopy(prefix, 0, spare, 0, prefix.length);
    return spare;
  }
}
