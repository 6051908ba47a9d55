package dev.entourage.transport.vertx;

/**
 * One message of a link: a frame or a slice of a large one, a sign of life, or the link's end.
 *
 * @param link what it belongs to: one driver and one host, together from joining to leaving
 * @param kind what it is
 * @param number counts the parts of one kind in one direction of the link, from 0
 * @param heard the last beat that its sender has heard of the other side; see {@link Freshness}
 * @param total the length of the whole frame, in bytes
 * @param offset where this slice begins in it
 * @param bytes the slice, never changed after it was sent
 */
record Part(String link, Kind kind, long number, long heard, int total, int offset, byte[] bytes) {

  /** What a part is. Their order is part of the protocol. */
  enum Kind {
    /** A frame, or a slice of one. */
    FRAME,
    /** Still there, and how many parts were sent; said every second. */
    BEAT,
    /** The link has ended; the bytes tell people why. */
    END
  }

  Part(String link, long number, int total, int offset, byte[] bytes) {
    this(link, Kind.FRAME, number, Freshness.HANDSHAKE, total, offset, bytes);
  }

  /** A frame in one piece. */
  static Part whole(String link, long number, byte[] frame) {
    return new Part(link, number, frame.length, 0, frame);
  }

  /** A message that isn't a frame. */
  static Part of(Kind kind, String link, long number, byte[] bytes) {
    return new Part(link, kind, number, Freshness.HANDSHAKE, bytes.length, 0, bytes);
  }

  Part with(byte[] others) {
    return new Part(link, kind, number, heard, total, offset, others);
  }

  Part hearing(long beat) {
    return new Part(link, kind, number, beat, total, offset, bytes);
  }

  /** Says whether this is a whole frame. */
  boolean isWhole() {
    return bytes.length == total;
  }

  /** Says whether nothing of the frame comes after this slice. */
  boolean isLast() {
    return offset + bytes.length == total;
  }
}
