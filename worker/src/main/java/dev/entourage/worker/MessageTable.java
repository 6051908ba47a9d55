package dev.entourage.worker;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The messages of one protocol by type number and by class. Filled once, then thread-safe. */
final class MessageTable<M> {

  private record Row<M>(
      int type, BiConsumer<FrameWriter, M> write, Function<FrameReader, M> read) {}

  private final Map<Class<?>, Row<M>> byClass = new HashMap<>();

  /** A type is one byte. */
  private final List<Row<M>> byType = new ArrayList<>(Collections.nCopies(256, null));

  <T extends M> MessageTable<M> add(
      int type, Class<T> of, BiConsumer<FrameWriter, T> write, Function<FrameReader, T> read) {
    Row<M> row =
        new Row<>(type, (out, message) -> write.accept(out, of.cast(message)), read::apply);
    byClass.put(of, row);
    byType.set(type, row);
    return this;
  }

  byte[] encode(M message, int expected) {
    FrameWriter out = new FrameWriter(expected);
    write(out, message);
    return out.toArray();
  }

  void write(FrameWriter out, M message) {
    Row<M> row = byClass.get(message.getClass());
    int start = out.begin(row.type());
    row.write().accept(out, message);
    out.end(start);
  }

  /** Reads one whole frame; payloads stay views of it. */
  M decode(ByteBuffer frame) {
    return decode(List.of(frame));
  }

  /** Reads one whole frame; only a last field that is pieces itself may go on behind the first. */
  M decode(List<ByteBuffer> frame) {
    FrameReader in = new FrameReader(frame);
    Frames.requireVersion(in.u8());
    Row<M> row = row(in.u8());
    int length = in.i32();
    if (length != in.remaining()) {
      throw new FrameException(
          "A frame must be as long as it says: says=" + length + ", is=" + in.remaining());
    }
    M message = row.read().apply(in);
    in.end();
    return message;
  }

  private Row<M> row(int type) {
    Row<M> row = byType.get(type);
    if (row == null) {
      throw new FrameException("A frame must be of a known type: type=" + type);
    }
    return row;
  }
}
