package dev.entourage.worker;

import dev.entourage.preparer.Digest;
import java.nio.ByteBuffer;

/**
 * Counts the tasks of frames without decoding them, so that it costs little beside sending one.
 * Thread-safe.
 *
 * @since 0.1
 */
public final class TaskCounts {

  /** Where the number of a batch's items is: behind its manifest and its static fields. */
  private static final int ITEMS = Frames.HEADER + Digest.BYTES + Long.BYTES;

  private TaskCounts() {}

  /**
   * Counts the tasks that a frame brings.
   *
   * @param frame one whole frame
   * @return how many; 0 for a frame that brings none, or that can't be decoded
   */
  public static int brought(Pieces frame) {
    ByteBuffer head = frame.head();
    int type = head.remaining() < Frames.HEADER ? 0 : head.get(1);
    if (type == TaskFrames.BATCH) {
      return items(head, ITEMS, frame.remaining(), TaskFrames.ITEM);
    }
    return type == TaskFrames.PARCEL ? 1 : 0;
  }

  /**
   * Counts the attempts that a frame ends or gives back.
   *
   * @param frame one whole frame
   * @return how many; 0 for a frame that ends none, or that can't be decoded
   */
  public static int ended(ByteBuffer frame) {
    int type = frame.remaining() < Frames.HEADER ? 0 : frame.get(frame.position() + 1);
    if (type == TaskFrames.RESULTS) {
      return items(frame, Frames.HEADER, frame.remaining(), TaskFrames.ITEM);
    }
    if (type == TaskFrames.RETURNED) {
      return items(frame, Frames.HEADER, frame.remaining(), TaskFrames.UNBEGUN);
    }
    return type == TaskFrames.RESULT || type == TaskFrames.THROWN || type == TaskFrames.REFUSED
        ? 1
        : 0;
  }

  private static int items(ByteBuffer head, int where, int length, int each) {
    int end = where + Integer.BYTES;
    int items = head.remaining() < end ? 0 : head.getInt(head.position() + where);
    return items < 0 || items > (length - end) / each ? 0 : items;
  }
}
