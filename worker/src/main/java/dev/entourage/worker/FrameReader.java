package dev.entourage.worker;

import dev.entourage.preparer.Digest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads a payload that may be hostile: nothing is allocated that the payload doesn't hold. */
final class FrameReader {

  private final ByteBuffer in;

  /** What follows, which is long and belongs to the last field. */
  private List<ByteBuffer> behind;

  FrameReader(List<ByteBuffer> frame) {
    in = frame.get(0).slice();
    behind = frame.subList(1, frame.size());
  }

  long remaining() {
    long bytes = in.remaining();
    for (ByteBuffer piece : behind) {
      bytes += piece.remaining();
    }
    return bytes;
  }

  int u8() {
    need(1);
    return in.get() & 0xff;
  }

  int i32() {
    need(4);
    return in.getInt();
  }

  long i64() {
    need(8);
    return in.getLong();
  }

  boolean flag() {
    int value = u8();
    if (value > 1) {
      throw new FrameException("A flag must be 0 or 1: value=" + value);
    }
    return value == 1;
  }

  Digest digest() {
    need(Digest.BYTES);
    return Digest.read(in);
  }

  String text() {
    ByteBuffer bytes = bytes();
    byte[] copy = new byte[bytes.remaining()];
    bytes.get(copy);
    return new String(copy, StandardCharsets.UTF_8);
  }

  /** Returns a view of the frame's own array, no copy. */
  ByteBuffer bytes() {
    int length = i32();
    need(length);
    ByteBuffer view = in.slice(in.position(), length);
    in.position(in.position() + length);
    return view;
  }

  ByteBuffer rest() {
    ByteBuffer view = in.slice();
    in.position(in.limit());
    return view;
  }

  Pieces pieces() {
    List<ByteBuffer> all = new ArrayList<>(1 + behind.size());
    all.add(rest());
    all.addAll(behind);
    behind = List.of();
    return Pieces.of(all);
  }

  /** Reads a list whose elements take at least {@code least} bytes each. */
  <T> List<T> list(int least, Function<FrameReader, T> element) {
    int count = i32();
    if (count < 0 || (long) count * least > in.remaining()) {
      throw new FrameException(
          "A list must fit into its frame: count=" + count + ", bytes left=" + in.remaining());
    }
    List<T> list = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      list.add(element.apply(this));
    }
    return list;
  }

  <T> Optional<T> optional(Function<FrameReader, T> element) {
    return flag() ? Optional.of(element.apply(this)) : Optional.empty();
  }

  void end() {
    if (remaining() > 0) {
      throw new FrameException("A frame must end with its message: bytes left=" + remaining());
    }
  }

  private void need(int length) {
    if (length < 0 || length > in.remaining()) {
      throw new FrameException(
          "A frame is cut short: needed=" + length + ", bytes left=" + in.remaining());
    }
  }
}
