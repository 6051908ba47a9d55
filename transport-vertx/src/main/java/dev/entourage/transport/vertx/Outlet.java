package dev.entourage.transport.vertx;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * The sending end of a link. Frames leave in the order of the calls, large ones in slices, with a
 * bounded number of bytes under way: the rest waits here and not in the buffers of a socket.
 *
 * <p>Frames may be handed over on any thread. Everything else happens on the wire's context.
 */
final class Outlet {

  /** How many bytes may be under way: enough to keep a socket busy. */
  static final int MAX_BYTES_UNDER_WAY = 8 * PartCodec.MAX_BYTES;

  /** How many parts may be under way; the receiving end holds back no more than these. */
  static final int MAX_PARTS_UNDER_WAY = 1024;

  /**
   * For how many nanoseconds a part is tried. When a node leaves, a cluster may not know for a
   * moment where the addresses of the others live.
   */
  static final long PATIENCE = 10_000_000_000L;

  private final String link;
  private final Wire wire;
  private final Consumer<Throwable> broken;
  private final Queue<byte[]> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean scheduled = new AtomicBoolean();

  private byte[] frame;
  private int offset;
  private long number;
  private int partsUnderWay;
  private long bytesUnderWay;
  private boolean pumping;
  private volatile boolean closed;

  /**
   * Makes the end of a link.
   *
   * @param link its name
   * @param wire the way to the other end
   * @param broken told once when a part could not be sent
   */
  Outlet(String link, Wire wire, Consumer<Throwable> broken) {
    this.link = link;
    this.wire = wire;
    this.broken = broken;
  }

  void send(byte[] bytes) {
    if (bytes.length > PartCodec.MAX_FRAME) {
      throw new IllegalArgumentException(
          "A frame is too large for the bus: bytes="
              + bytes.length
              + ", at most="
              + PartCodec.MAX_FRAME);
    }
    if (!closed) {
      waiting.add(bytes);
      if (scheduled.compareAndSet(false, true)) {
        wire.execute(this::wake);
      }
    }
  }

  /** Returns how many parts were sent, or are being tried. */
  long sent() {
    return number;
  }

  /** Drops what waits; the link is no more. */
  void close() {
    closed = true;
    waiting.clear();
    frame = null;
  }

  private void wake() {
    scheduled.set(false);
    pump();
  }

  private void pump() {
    if (pumping) {
      return; // A part that left at once called back from within the loop below.
    }
    pumping = true;
    try {
      while (!closed && hasRoom() && hasFrame()) {
        start(wire.close(slice()));
      }
    } finally {
      pumping = false;
    }
  }

  private boolean hasRoom() {
    return partsUnderWay < MAX_PARTS_UNDER_WAY && bytesUnderWay < MAX_BYTES_UNDER_WAY;
  }

  private boolean hasFrame() {
    if (frame == null) {
      frame = waiting.poll();
      offset = 0;
    }
    return frame != null;
  }

  private Part slice() {
    Part part;
    if (frame.length <= PartCodec.MAX_BYTES) {
      part = Part.whole(link, number++, frame);
    } else {
      int length = Math.min(PartCodec.MAX_BYTES, frame.length - offset);
      byte[] bytes = new byte[length];
      System.arraycopy(frame, offset, bytes, 0, length);
      part = new Part(link, number++, frame.length, offset, bytes);
      offset += length;
    }
    frame = part.isLast() ? null : frame;
    return part;
  }

  private void start(Part part) {
    partsUnderWay++;
    bytesUnderWay += part.bytes().length;
    write(part, wire.now());
  }

  private void write(Part part, long since) {
    wire.write(part)
        .onComplete(
            left -> {
              if (left.succeeded()) {
                written(part);
              } else {
                again(part, since, left.cause());
              }
            });
  }

  private void written(Part part) {
    partsUnderWay--;
    bytesUnderWay -= part.bytes().length;
    pump();
  }

  /** Parts are numbered, so that one that did arrive does no harm when it comes again. */
  private void again(Part part, long since, Throwable failure) {
    if (closed) {
      return;
    }
    if (wire.now() - since < PATIENCE) {
      wire.later(() -> write(part, since));
    } else {
      close();
      broken.accept(failure);
    }
  }
}
