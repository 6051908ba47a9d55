package dev.entourage.worker;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/**
 * Frames over a socket. One thread reads at a time; any thread writes, one at a time. It begins
 * with the tiny cap of a peer that hasn't proved the secret.
 *
 * @since 0.1
 */
public final class Link implements AutoCloseable {

  /** The JDK copies heap arrays through a direct buffer as large as what it is given. */
  static final int SLICE = 256 * 1024;

  private static final byte[] NO_PREFIX = new byte[0];

  private final SocketChannel channel;
  private final Intake intake;
  private final Patience patience = new Patience();
  private final Lookout lookout;
  private final Patience roomPatience = new Patience();
  private final Readiness readiness;
  private Letterbox outbox = Letterbox.NONE;
  private long sent;

  /**
   * Makes a link.
   *
   * @param channel connected and blocking; closed with the link
   */
  public Link(SocketChannel channel) {
    this.channel = channel;
    intake = new Intake(channel);
    lookout = new Lookout(intake, patience);
    readiness = new Readiness(channel);
  }

  /**
   * Trusts the peer with longer frames. Called by the thread that reads.
   *
   * @param bytes the longest payload from now on
   */
  public void cap(int bytes) {
    intake.cap(bytes);
    widen();
  }

  /**
   * Lets small frames go through memory while their reader is awake. Called by the thread that
   * reads, before {@link #unblock}; it does no harm when the peer has no letterboxes.
   *
   * @param boxes what host and worker share
   * @param host whether this is the host's end
   */
  public void also(Letterboxes boxes, boolean host) {
    outbox = host ? boxes.toWorker() : boxes.toHost();
    intake.also(host ? boxes.toHost() : boxes.toWorker());
  }

  /** With the kernel's usual 208 KB writer and reader wait for each other within each slice. */
  private void widen() {
    try {
      if (channel.getRemoteAddress() instanceof UnixDomainSocketAddress) {
        channel.setOption(StandardSocketOptions.SO_SNDBUF, 2 * SLICE);
      }
    } catch (IOException e) {
      // Who reads on is told what is wrong with the link.
    }
  }

  /**
   * Lets threads write that may be interrupted: from now on none waits within the socket, which the
   * JDK would close under it. Called by the thread that reads, before others write.
   *
   * @throws IOException when the link broke
   */
  public void unblock() throws IOException {
    channel.configureBlocking(false);
    readiness.open();
    intake.box().open();
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
    byte[] frame = next(prefix, 0);
    while (frame == null && !intake.hasEnded()) {
      frame = next(prefix, 0);
    }
    return frame;
  }

  /**
   * Reads on, and doesn't wait for more than what is there after {@link #unblock}. Called by the
   * thread that reads, which may be another one each time.
   *
   * @param prefix what the returned array begins with
   * @return prefix and frame; null when no frame is whole yet, or none comes any more
   * @throws IOException when the link broke
   * @throws FrameException when the peer sent something that is no frame, or one above the cap
   */
  public byte[] poll(byte[] prefix) throws IOException {
    return intake.poll(prefix);
  }

  /**
   * Reads on, and waits once for what comes: while frames follow each other closely it looks again
   * and again for a moment, and else, or then, it sleeps like {@link #await}. Called by a thread
   * that has nothing else to do.
   *
   * @param prefix what the returned array begins with
   * @param millis how long to sleep at most; 0 for no limit
   * @return prefix and frame; null when no frame is whole yet, or none comes any more
   * @throws IOException when the link broke
   * @throws FrameException when the peer sent something that is no frame, or one above the cap
   */
  public byte[] next(byte[] prefix, long millis) throws IOException {
    long since = System.nanoTime();
    long before = intake.taken();
    boolean looks = !intake.hasBuffered() && patience.looks(since);
    byte[] frame = looks ? lookout.look(prefix, since) : intake.poll(prefix);
    if (frame == null && intake.taken() == before && !intake.hasEnded()) {
      await(millis);
      frame = intake.poll(prefix);
    }
    patience.ended(since, System.nanoTime());
    return frame;
  }

  /**
   * Says whether the peer has closed the link behind its last frame, or somebody has closed it
   * here. Called by the thread that reads.
   *
   * @return whether no frame comes any more
   */
  public boolean hasEnded() {
    return intake.hasEnded();
  }

  /**
   * Waits until there is something to read, the link ends, this thread is interrupted, or somebody
   * wakes it up. After {@link #unblock}; called by the thread that reads.
   *
   * @param millis how long at most; 0 for no limit
   * @throws IOException when the link broke
   */
  public void await(long millis) throws IOException {
    if (intake.box().shut()) {
      readiness.awaitSomething(millis);
      intake.box().open();
    }
  }

  /** Ends an {@link #await}, or the next one. After {@link #unblock}, by any thread. */
  public void wakeUp() {
    readiness.wakeUp();
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
      long since = System.nanoTime();
      if (!roomPatience.looks(since) || !looksForRoom(frame, since)) {
        readiness.awaitRoom();
      }
      roomPatience.ended(since, System.nanoTime());
    }
  }

  /** Says whether some of the frame has gone. */
  private boolean looksForRoom(Pieces frame, long since) throws IOException {
    int left = frame.remaining();
    boolean again;
    do {
      Thread.yield();
      again = roomPatience.looksAgain(since, System.nanoTime());
      writeSome(frame);
    } while (again && frame.remaining() == left);
    return frame.remaining() < left;
  }

  /**
   * Sends as much of a frame as goes at once; never waits after {@link #unblock}.
   *
   * @param frame one whole frame, or what is left of it
   * @return whether nothing is left
   * @throws IOException when the link broke
   */
  public synchronized boolean writeSome(Pieces frame) throws IOException {
    if (!frame.isBegun() && outbox.put(frame, sent)) {
      return true;
    }
    long left = frame.remaining();
    long written = 1;
    while (left > 0 && written > 0) {
      written = frame.writeTo(channel, SLICE);
      sent += written;
      left -= written;
    }
    return left == 0;
  }

  /** Closes the socket; who reads or writes gets an error. */
  @Override
  public void close() {
    try {
      channel.close();
      readiness.close();
    } catch (IOException e) {
      // A socket that can't be closed is gone already.
    }
  }
}
