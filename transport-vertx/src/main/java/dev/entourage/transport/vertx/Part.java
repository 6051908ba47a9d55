package dev.entourage.transport.vertx;

/**
 * One message of the bus: a frame, or a slice of a large one.
 *
 * @param sender the session or the host it comes from
 * @param number counts the sender's messages to one receiver, from 0
 * @param total the length of the whole frame, in bytes
 * @param offset where this slice begins in it
 * @param bytes the slice, never changed after it was sent
 */
record Part(String sender, long number, int total, int offset, byte[] bytes) {

  /** A frame in one piece. */
  static Part whole(String sender, long number, byte[] frame) {
    return new Part(sender, number, frame.length, 0, frame);
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
