package dev.entourage.worker;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * One frame in memory that both ends of a link share, beside one direction of its socket. Writing,
 * reading and looking again are system calls with a socket, more than half of what a small task
 * takes; here they are none.
 *
 * <p>It is open while the reader doesn't sleep: then the reader looks here before it falls asleep.
 * Who falls asleep shuts it, and the writer goes on with the socket, which wakes up the reader. One
 * of the two comes first, since both change the state from open in one step. A frame in here comes
 * behind so many bytes of the socket as it says, so all frames keep their order. For one reader and
 * one writer at a time.
 */
final class Letterbox {

  /** How much memory it takes. */
  static final int BYTES = 8 * 1024;

  /** There is none: a socket alone does as well. */
  static final Letterbox NONE = new Letterbox(ByteBuffer.allocateDirect(BYTES), false);

  private static final int STATE = 0;

  /** The reader looks at the state again and again, so all else is in other lines of the cache. */
  private static final int LENGTH = 64;

  private static final int BEHIND = 72;
  private static final int FRAME = 80;
  private static final int ROOM = BYTES - FRAME;

  /** New memory is. */
  private static final int SHUT = 0;

  private static final int OPEN = 1;
  private static final int FULL = 2;

  /** How often to look before the processor is offered to others: a few microseconds. */
  private static final int LOOKS = 64;

  private static final VarHandle INT =
      MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.nativeOrder());

  private final ByteBuffer memory;
  private final boolean there;

  /** Makes an end of a box. */
  Letterbox(ByteBuffer memory) {
    this(memory, true);
  }

  private Letterbox(ByteBuffer memory, boolean there) {
    this.memory = memory.order(ByteOrder.nativeOrder());
    this.there = there;
  }

  /**
   * Sends a frame, if the reader looks here and has taken the last one.
   *
   * @param frame whole
   * @param behind how many bytes have gone through the socket
   * @return whether it has gone
   */
  boolean put(Pieces frame, long behind) {
    int length = frame.remaining();
    if (length > ROOM || state() != OPEN) {
      return false;
    }
    memory.putInt(LENGTH, length).putLong(BEHIND, behind);
    frame.copyTo(memory, FRAME);
    boolean gone = INT.compareAndSet(memory, STATE, OPEN, FULL);
    if (gone) {
      frame.drop();
    }
    return gone;
  }

  /**
   * Takes a frame out.
   *
   * @param prefix what the returned array begins with
   * @param behind how many bytes of the socket were read, without those of the next frames
   * @return prefix and frame; null for none, or when others come before it
   */
  byte[] take(byte[] prefix, long behind) {
    return state() == FULL && isNext(behind) ? take(prefix) : null;
  }

  private boolean isNext(long behind) {
    long says = memory.getLong(BEHIND);
    if (says < behind) {
      throw new FrameException(
          "A frame must come in its turn: behind=" + says + ", bytes read=" + behind);
    }
    return says == behind;
  }

  private byte[] take(byte[] prefix) {
    int length = memory.getInt(LENGTH);
    Frames.requireLength(length, ROOM);
    byte[] frame = Arrays.copyOf(prefix, prefix.length + length);
    memory.get(FRAME, frame, prefix.length, length);
    INT.setRelease(memory, STATE, OPEN);
    return frame;
  }

  /** Looks for a moment whether a frame comes. */
  boolean comes() {
    for (int i = 0; i < LOOKS && there; i++) {
      if (state() == FULL) {
        return true;
      }
      Thread.onSpinWait();
    }
    return false;
  }

  /** The reader is awake. */
  void open() {
    if (there) {
      INT.compareAndSet(memory, STATE, SHUT, OPEN);
    }
  }

  /** The reader wants to sleep; says whether it may. */
  boolean shut() {
    return state() == SHUT || INT.compareAndSet(memory, STATE, OPEN, SHUT);
  }

  private int state() {
    return (int) INT.getVolatile(memory, STATE);
  }
}
