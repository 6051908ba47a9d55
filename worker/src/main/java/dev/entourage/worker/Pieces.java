package dev.entourage.worker;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.GatheringByteChannel;
import java.util.List;

/**
 * A frame on its way, in pieces: what is long stays where it was encoded, and its first copy is the
 * one into the socket. What was sent is gone from here. For one thread at a time.
 *
 * @since 0.1
 */
public final class Pieces {

  private final ByteBuffer[] buffers;
  private int next;
  private boolean begun;

  private Pieces(ByteBuffer... buffers) {
    this.buffers = buffers;
  }

  /**
   * Makes a frame of its pieces.
   *
   * @param buffers in their order; their bytes are never changed, and their positions don't move
   * @return one whole frame
   */
  public static Pieces of(List<ByteBuffer> buffers) {
    ByteBuffer[] own = new ByteBuffer[buffers.size()];
    for (int i = 0; i < own.length; i++) {
      own[i] = buffers.get(i).duplicate();
    }
    return new Pieces(own);
  }

  /**
   * Makes a frame that is in one piece.
   *
   * @param frame its bytes, never changed
   * @return one whole frame
   */
  public static Pieces of(byte[] frame) {
    return new Pieces(ByteBuffer.wrap(frame));
  }

  /**
   * Counts what is left.
   *
   * @return bytes
   */
  public int remaining() {
    int bytes = 0;
    for (int i = next; i < buffers.length; i++) {
      bytes += buffers[i].remaining();
    }
    return bytes;
  }

  /**
   * Returns how the frame begins: all but what is long.
   *
   * @return a view of the first piece
   */
  public ByteBuffer head() {
    return buffers[0].slice();
  }

  /**
   * Returns what is left in one piece, copied only where it isn't.
   *
   * @return a view, or a copy
   */
  public ByteBuffer whole() {
    if (buffers.length == 1) {
      return buffers[0].slice();
    }
    ByteBuffer whole = ByteBuffer.allocate(remaining());
    for (ByteBuffer buffer : buffers) {
      whole.put(buffer.duplicate());
    }
    return whole.flip();
  }

  /** Whether some of it has been sent. */
  boolean isBegun() {
    return begun;
  }

  /** Copies all of it, and sends nothing. */
  void copyTo(ByteBuffer target, int where) {
    int to = where;
    for (ByteBuffer buffer : buffers) {
      target.put(to, buffer, buffer.position(), buffer.remaining());
      to += buffer.remaining();
    }
  }

  /** All of it has gone another way. */
  void drop() {
    next = buffers.length;
  }

  /** Sends some bytes; returns how many. */
  long writeTo(GatheringByteChannel channel, int most) throws IOException {
    begun = true;
    while (!buffers[next].hasRemaining()) {
      next++;
    }
    ByteBuffer first = buffers[next];
    if (first.remaining() >= most || next + 1 == buffers.length) {
      return writeTo(channel, first, most);
    }
    ByteBuffer second = buffers[next + 1];
    int end = cut(second, most - first.remaining());
    try {
      return channel.write(buffers, next, 2);
    } finally {
      second.limit(end);
    }
  }

  private static int writeTo(GatheringByteChannel channel, ByteBuffer bytes, int most)
      throws IOException {
    int end = cut(bytes, most);
    try {
      return channel.write(bytes);
    } finally {
      bytes.limit(end);
    }
  }

  private static int cut(ByteBuffer bytes, int most) {
    int end = bytes.limit();
    bytes.limit(bytes.position() + Math.min(most, bytes.remaining()));
    return end;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Pieces that && whole().equals(that.whole());
  }

  @Override
  public int hashCode() {
    return whole().hashCode();
  }

  @Override
  public String toString() {
    return "a frame in " + buffers.length + " pieces, bytes left=" + remaining();
  }
}
