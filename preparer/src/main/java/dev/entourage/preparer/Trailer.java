package dev.entourage.preparer;

import dev.entourage.MarshallingException;
import java.nio.ByteBuffer;

/**
 * Four bytes behind the marshaller's own: how deep the graph is. Behind, so that little is copied.
 */
final class Trailer {

  private static final int BYTES = Integer.BYTES;

  private Trailer() {}

  static ByteBuffer append(ByteBuffer content, int depth) {
    ByteBuffer room = content.capacity() - content.limit() >= BYTES ? content : copy(content);
    int end = room.limit();
    room.limit(end + BYTES);
    room.putInt(end, depth);
    return room;
  }

  private static ByteBuffer copy(ByteBuffer content) {
    ByteBuffer larger = ByteBuffer.allocate(content.remaining() + BYTES);
    larger.put(content.duplicate()).flip();
    return larger;
  }

  static int depth(ByteBuffer bytes) {
    int depth = bytes.remaining() < BYTES ? -1 : bytes.getInt(bytes.limit() - BYTES);
    if (depth < 0) {
      throw new MarshallingException("The bytes are damaged: they end too soon");
    }
    return depth;
  }

  static ByteBuffer content(ByteBuffer bytes) {
    return bytes.slice(bytes.position(), bytes.remaining() - BYTES);
  }
}
