package dev.entourage.worker;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;

/**
 * Puts the frames together that arrive over a socket. What has come of one stays here while its
 * reader waits for the rest, as another thread may go on with it. For one thread at a time.
 */
final class Intake {

  private final SocketChannel channel;
  private final ByteBuffer in = ByteBuffer.allocateDirect(8 * 1024).limit(0);
  private int cap = Frames.UNPROVED_CAP;
  private Letterbox box = Letterbox.NONE;

  /** Filled up to its position; null between two frames. */
  private ByteBuffer partial;

  private boolean ended;
  private long taken;

  Intake(SocketChannel channel) {
    this.channel = channel;
  }

  void cap(int bytes) {
    cap = bytes;
  }

  /** Before the first frame can come that way. */
  void also(Letterbox letters) {
    box = letters;
  }

  /** Where frames come from besides. */
  Letterbox box() {
    return box;
  }

  boolean hasEnded() {
    return ended;
  }

  /** Whether some of what has come hasn't been looked at. */
  boolean hasBuffered() {
    return in.hasRemaining();
  }

  /** How much has come in all, in bytes. */
  long taken() {
    return taken;
  }

  /** Returns a whole frame behind a prefix, or null where there is none now. */
  byte[] poll(byte[] prefix) throws IOException {
    if (partial == null) {
      byte[] letter = letter(prefix);
      if (letter != null) {
        return letter;
      }
      if (in.remaining() < Frames.HEADER) {
        return pollSocket(prefix);
      }
      partial = begin(prefix);
    }
    return takeFilled();
  }

  /** What was written before that which is read now, or before the end, may be in the box. */
  private byte[] pollSocket(byte[] prefix) throws IOException {
    boolean more = isBuffered(Frames.HEADER);
    byte[] letter = letter(prefix);
    if (letter != null || !more) {
      return letter;
    }
    partial = begin(prefix);
    return takeFilled();
  }

  private byte[] letter(byte[] prefix) {
    return box.take(prefix, taken - in.remaining());
  }

  private ByteBuffer begin(byte[] prefix) {
    int length = payloadLength();
    byte[] whole = SpareFrame.take(prefix, Math.addExact(prefix.length + Frames.HEADER, length));
    ByteBuffer frame = ByteBuffer.wrap(whole).position(prefix.length);
    int there = Math.min(in.remaining(), frame.remaining());
    frame.put(in.slice(in.position(), there));
    in.position(in.position() + there);
    return frame;
  }

  private int payloadLength() {
    Frames.requireVersion(in.get(in.position()) & 0xff);
    int length = in.getInt(in.position() + 2);
    Frames.requireLength(length, cap);
    return length;
  }

  private byte[] takeFilled() throws IOException {
    if (!isFilled(partial)) {
      return null;
    }
    byte[] whole = partial.array();
    partial = null;
    return whole;
  }

  /** Fills the buffer up to some bytes, as far as they are there. */
  private boolean isBuffered(int needed) throws IOException {
    int read = 1;
    while (in.remaining() < needed && read > 0) {
      in.compact();
      try {
        read = readSome(in);
      } finally {
        in.flip();
      }
    }
    if (read < 0) {
      if (in.hasRemaining()) {
        throw endedWithinFrame();
      }
      ended = true;
    }
    return in.remaining() >= needed;
  }

  /** Fills a frame, as far as it is there. */
  private boolean isFilled(ByteBuffer frame) throws IOException {
    int end = frame.limit();
    int read = 1;
    while (frame.position() < end && read > 0) {
      frame.limit(Math.min(end, frame.position() + Link.SLICE));
      read = readSome(frame);
      frame.limit(end);
    }
    if (read < 0) {
      throw endedWithinFrame();
    }
    return !frame.hasRemaining();
  }

  private static EOFException endedWithinFrame() {
    return new EOFException("The link ended within a frame");
  }

  private int readSome(ByteBuffer to) throws IOException {
    try {
      int read = channel.read(to);
      taken += Math.max(0, read);
      return read;
    } catch (ClosedChannelException e) {
      return -1;
    }
  }
}
