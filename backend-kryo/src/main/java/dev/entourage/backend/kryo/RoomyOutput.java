package dev.entourage.backend.kryo;

import com.esotericsoftware.kryo.io.Output;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Gives away a part of its buffer, so that a large array is written where it shall be. */
final class RoomyOutput extends Output {

  private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

  /** Room for a few bytes of others behind all. */
  private final int behind;

  RoomyOutput(int size, int behind) {
    super(size, -1);
    this.behind = behind;
  }

  /**
   * Counts some bytes as written, and returns the view to write them to, in the order that most
   * processors have.
   */
  ByteBuffer claim(int bytes) {
    grow((long) position + bytes + behind);
    ByteBuffer room = ByteBuffer.wrap(buffer, position, bytes).slice();
    position += bytes;
    return room.order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * By itself the buffer would double from its small beginning up to twice what a large one needs.
   */
  private void grow(long needed) {
    if (needed > LARGEST_ARRAY) {
      require(LARGEST_ARRAY); // Which says that there is no such room.
    }
    if (needed > capacity) {
      capacity = (int) Math.min(LARGEST_ARRAY, Math.max(needed, 2L * capacity));
      buffer = Arrays.copyOf(buffer, capacity);
    }
  }
}
