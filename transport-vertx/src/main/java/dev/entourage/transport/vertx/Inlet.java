package dev.entourage.transport.vertx;

import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The receiving end of a link: puts parts back into their order and slices back into frames.
 *
 * <p>The bus keeps the order of one sender except while it looks up anew where an address lives, so
 * a few early parts are held back. What never comes breaks the link: frames are whole and in order,
 * or the link is no more. Not thread-safe.
 */
final class Inlet {

  private final Consumer<byte[]> frames;
  private final TreeMap<Long, Part> early = new TreeMap<>();
  private long earlyBytes;
  private long expected;
  private long sent;
  private Assembly assembly;
  private long lastProgress;

  Inlet(Consumer<byte[]> frames) {
    this.frames = frames;
  }

  /**
   * Takes a part.
   *
   * @param part checked by the codec already, and opened
   * @param now nanoseconds of a monotonic clock
   * @return false when it came before
   * @throws BrokenLinkException when the parts can't be made into frames
   */
  boolean accept(Part part, long now) throws BrokenLinkException {
    if (part.number() < expected || early.containsKey(part.number())) {
      return false; // Sent again since nobody could tell whether it had arrived; or by somebody
      // else.
    }
    if (part.number() == expected) {
      lastProgress = now;
      take(part);
      takeEarly();
    } else {
      holdBack(part, now);
    }
    return true;
  }

  /**
   * The other side says how many parts it has sent: a connection that breaks takes what was on its
   * way along, and when that was the last of it, nothing that comes later would show the gap.
   */
  void told(long count, long now) {
    if (!isWaiting() && count > expected) {
      lastProgress = now;
    }
    sent = Math.max(sent, count);
  }

  private boolean isWaiting() {
    return sent > expected || assembly != null || !early.isEmpty();
  }

  /**
   * Tells for how many nanoseconds something that has begun, or was sent, has been waiting for its
   * rest.
   */
  long stalled(long now) {
    return isWaiting() ? now - lastProgress : 0;
  }

  private void takeEarly() throws BrokenLinkException {
    for (Part next = early.remove(expected); next != null; next = early.remove(expected)) {
      earlyBytes -= next.bytes().length;
      take(next);
    }
  }

  private void take(Part part) throws BrokenLinkException {
    expected++;
    if (assembly == null && part.isWhole()) {
      frames.accept(part.bytes());
    } else {
      assemble(part);
    }
  }

  private void assemble(Part slice) throws BrokenLinkException {
    if (assembly == null) {
      assembly = new Assembly(slice.total());
    }
    assembly.add(slice);
    if (slice.isLast()) {
      byte[] frame = assembly.join();
      assembly = null;
      frames.accept(frame);
    }
  }

  private void holdBack(Part part, long now) throws BrokenLinkException {
    if (!isWaiting()) {
      lastProgress = now;
    }
    early.put(part.number(), part);
    earlyBytes += part.bytes().length;
    if (early.size() > Outlet.MAX_PARTS_UNDER_WAY
        || earlyBytes > Outlet.MAX_BYTES_UNDER_WAY + PartCodec.MAX_BYTES) {
      throw new BrokenLinkException("a part was lost: number=" + expected);
    }
  }
}
