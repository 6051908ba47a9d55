package dev.entourage.transport.vertx;

/**
 * One message of the bus: a frame, or a slice of a large one.
 *
 * @param link what it belongs to: one driver and one host, together from joining to leaving
 * @param number counts the messages of one direction of the link, from 0
 * @param total the length of the whole frame, in bytes
 * @param offset where this slice begins in it
 * @param bytes the slice, never changed after it was sent
 */
record Part(String link, long number, int total, int offset, byte[] bytes) {

  /** A frame in one piece. */
  static Part whole(String link, long number, byte[] frame) {
    return new Part(link, number, frame.length, 0, frame);
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
