package dev.entourage.backend.kryo;

import com.esotericsoftware.kryo.io.Output;
import java.nio.ByteBuffer;

/** Gives away a part of its buffer, so that a large array is written where it shall be. */
final class RoomyOutput extends Output {

  /** Room for a few bytes of others behind all. */
  private final int behind;

  RoomyOutput(int size, int behind) {
    super(size, -1);
    this.behind = behind;
  }

  /** Counts some bytes as written, and returns the view to write them to. */
  ByteBuffer claim(int bytes) {
    // By itself the buffer would double from its small beginning, copying all at each step.
    require(Math.addExact(bytes, behind));
    ByteBuffer room = ByteBuffer.wrap(buffer, position, bytes).slice();
    position += bytes;
    return room;
  }
}
