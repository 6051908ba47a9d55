package dev.entourage.spi;

import dev.entourage.MarshallingException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Long arrays behind the table that they belong to: their bytes, the length of each, their number.
 * Behind, so that a table without any is copied for nothing.
 */
final class LongArrays {

  /** Who adds a few bytes of its own needn't copy all of them for that. */
  private static final int ROOM_BEHIND = 16;

  private LongArrays() {}

  static ByteBuffer append(
      ByteBuffer table, List<LongArray> longs, IntFunction<ByteBuffer> memory) {
    long more = Integer.BYTES;
    for (LongArray each : longs) {
      more += Integer.BYTES + (long) each.bytes();
    }
    ByteBuffer all = withRoom(table, more, memory);
    for (LongArray each : longs) {
      each.copyTo(all.slice(all.position(), each.bytes()));
      all.position(all.position() + each.bytes());
    }
    longs.forEach(each -> all.putInt(each.bytes()));
    return all.putInt(longs.size()).flip();
  }

  /** Begins with the table, and stands behind it. */
  private static ByteBuffer withRoom(ByteBuffer table, long more, IntFunction<ByteBuffer> memory) {
    int size = table.remaining();
    if (table.position() == 0 && more <= table.capacity() - size) {
      return table.clear().position(size);
    }
    long whole = size + more + ROOM_BEHIND;
    if (whole > Integer.MAX_VALUE - 8) {
      throw new MarshallingException(
          "The object graph must fit into one array of bytes: it takes " + whole);
    }
    return memory.apply((int) whole).put(table);
  }

  /** Returns views of the table, and of each array behind it. */
  static List<ByteBuffer> split(ByteBuffer bytes) {
    ByteBuffer in = bytes.slice();
    int lengths = in.limit() - Integer.BYTES;
    int count = lengths < 0 ? -1 : in.getInt(lengths);
    if (count < 0 || count > lengths / Integer.BYTES) {
      throw TableMarshaller.damaged("long arrays=" + count);
    }
    if (count == 0) {
      return List.of(in.limit(lengths));
    }
    int end = lengths - count * Integer.BYTES;
    int first = end;
    ByteBuffer[] parts = new ByteBuffer[1 + count];
    for (int i = count; i > 0; i--) {
      int length = in.getInt(first + (i - 1) * Integer.BYTES);
      if (length < 0 || length > end) {
        throw TableMarshaller.damaged("a long array: length=" + length + " left=" + end);
      }
      end -= length;
      parts[i] = in.slice(end, length);
    }
    parts[0] = in.slice(0, end);
    return List.of(parts);
  }
}
