package dev.entourage.transport.vertx;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * A large frame while its slices come in. Memory grows with what has come, not with what was
 * announced.
 */
final class Assembly {

  private final int total;
  private final Queue<byte[]> slices = new ArrayDeque<>();
  private int length;

  Assembly(int total) {
    this.total = total;
  }

  void add(Part slice) throws BrokenLinkException {
    if (slice.total() != total || slice.offset() != length || slice.bytes().length == 0) {
      throw new BrokenLinkException(
          "a slice doesn't fit: total=%d, offset=%d, length=%d, expected total=%d, offset=%d"
              .formatted(slice.total(), slice.offset(), slice.bytes().length, total, length));
    }
    slices.add(slice.bytes());
    length += slice.bytes().length;
  }

  byte[] join() {
    byte[] frame = new byte[total];
    int at = 0;
    for (byte[] slice = slices.poll(); slice != null; slice = slices.poll()) {
      System.arraycopy(slice, 0, frame, at, slice.length);
      at += slice.length;
    }
    return frame;
  }
}
