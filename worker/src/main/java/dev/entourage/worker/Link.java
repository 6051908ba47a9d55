package dev.entourage.worker;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Arrays;

/**
 * Frames over a socket. One thread reads at a time; any thread writes, one at a time. It begins
 * with the tiny cap of a peer that hasn't proved the secret.
 *
 * @since 0.1
 */
public final class Link implements AutoCloseable {

  /** The JDK copies heap arrays through a direct buffer as large as what it is given. */
  private static final int SLICE = 256 * 1024;

  private static final byte[] NO_PREFIX = new byte[0];

  private final SocketChannel channel;
  private final ByteBuffer in = ByteBuffer.allocateDirect(8 * 1024).limit(0);
  private int cap = Frames.UNPROVED_CAP;
  private volatile Selector readable;
  private volatile Selector writable;

  /**
   * Makes a link.
   *
   * @param channel connected and blocking; closed with the link
   */
  public Link(SocketChannel channel) {
    this.channel = channel;
  }

  /**
   * Trusts the peer with longer frames. Called by the thread that reads.
   *
   * @param bytes the longest payload from now on
   */
  public void cap(int bytes) {
    cap = bytes;
  }

  /**
   * Lets threads write that may be interrupted: from now on none waits within the socket, which the
   * JDK would close under it. Called by the thread that reads, before others write.
   *
   * @throws IOException when the link broke
   */
  public void unblock() throws IOException {
    channel.configureBlocking(false);
    readable = Selector.open();
    channel.register(readable, SelectionKey.OP_READ);
  }

  /**
   * Waits for the next message.
   *
   * @return the message, or null when the peer has closed the link
   * @throws IOException when the link broke
   * @throws FrameException when the peer sent something that is no frame, or one above the cap
   */
  public LinkMessage receive() throws IOException {
    byte[] frame = read(NO_PREFIX);
    return frame == null ? null : LinkCodec.decode(ByteBuffer.wrap(frame));
  }

  /**
   * Waits for the next frame and reads it behind a prefix.
   *
   * @param prefix what the returned array begins with
   * @return prefix and frame, or null when the peer has closed the link
   * @throws IOException when the link broke
   * @throws FrameException when the peer sent something that is no frame, or one above the cap
   */
  public byte[] read(byte[] prefix) throws IOException {
    if (!buffered(Frames.HEADER)) {
      return null;
    }
    int length = payloadLength();
    byte[] whole = Arrays.copyOf(prefix, Math.addExact(prefix.length + Frames.HEADER, length));
    readFully(ByteBuffer.wrap(whole, prefix.length, Frames.HEADER + length));
    return whole;
  }

  /**
   * Sends a message.
   *
   * @param message what to say
   * @throws IOException when the link broke
   */
  public void send(LinkMessage message) throws IOException {
    write(LinkCodec.pieces(message));
  }

  /**
   * Sends a frame.
   *
   * @param frame one whole frame
   * @throws IOException when the link broke
   */
  public synchronized void write(Pieces frame) throws IOException {
    while (!writeSome(frame)) {
      awaitRoom();
    }
  }

  /**
   * Sends as much of a frame as goes at once; never waits after {@link #unblock}.
   *
   * @param frame one whole frame, or what is left of it
   * @return whether nothing is left
   * @throws IOException when the link broke
   */
  public synchronized boolean writeSome(Pieces frame) throws IOException {
    long left = frame.remaining();
    long written = 1;
    while (left > 0 && written > 0) {
      written = frame.writeTo(channel, SLICE);
      left -= written;
    }
    return left == 0;
  }

  private void awaitRoom() throws IOException {
    if (writable == null) {
      Selector selector = Selector.open();
      writable = selector;
      try {
        channel.register(selector, SelectionKey.OP_WRITE);
      } catch (ClosedChannelException e) {
        selector.close();
        throw e;
      }
    }
    select(writable);
  }

  private static void select(Selector selector) throws IOException {
    try {
      selector.select(key -> {});
    } catch (ClosedSelectorException | CancelledKeyException e) {
      throw new AsynchronousCloseException();
    }
  }

  /** Closes the socket; who reads or writes gets an error. */
  @Override
  public void close() {
    try {
      channel.close();
      closeSelectors();
    } catch (IOException e) {
      // A socket that can't be closed is gone already.
    }
  }

  /** Only then is the socket gone, and whoever waits comes back. */
  private void closeSelectors() throws IOException {
    if (readable != null) {
      readable.close();
    }
    Selector writing = writable;
    if (writing != null) {
      writing.close();
    }
  }

  private int payloadLength() {
    Frames.requireVersion(in.get(in.position()) & 0xff);
    int length = in.getInt(in.position() + 2);
    Frames.requireLength(length, cap);
    return length;
  }

  /** Fills the buffer up to some bytes; false when the peer closed between two frames. */
  private boolean buffered(int needed) throws IOException {
    while (in.remaining() < needed) {
      in.compact();
      int read = readSome(in);
      in.flip();
      if (read < 0) {
        if (in.hasRemaining()) {
          throw new EOFException("The link ended within a frame");
        }
        return false;
      }
    }
    return true;
  }

  private void readFully(ByteBuffer to) throws IOException {
    int fromBuffer = Math.min(in.remaining(), to.remaining());
    to.put(in.slice(in.position(), fromBuffer));
    in.position(in.position() + fromBuffer);
    int end = to.limit();
    while (to.position() < end) {
      to.limit(Math.min(end, to.position() + SLICE));
      if (readSome(to) < 0) {
        throw new EOFException("The link ended within a frame");
      }
    }
  }

  private int readSome(ByteBuffer to) throws IOException {
    try {
      int read = channel.read(to);
      while (read == 0 && readable != null) {
        select(readable);
        read = channel.read(to);
      }
      return read;
    } catch (ClosedChannelException e) {
      return -1;
    }
  }
}
