package dev.entourage.worker;

import dev.entourage.preparer.Digest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Grows one array that becomes the frame, but for what is long: that stays where it is, and the
 * frame gets a piece more.
 */
final class FrameWriter {

  private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

  /** So many bytes cost less to copy than a piece more, which needs a look at every turn. */
  private static final int COPIED_UP_TO = 64 * 1024;

  /** What stays where it is, and how much of the array comes before it. */
  private record Kept(int at, ByteBuffer bytes) {}

  private final List<Kept> kept = new ArrayList<>(0);
  private long keptBytes;
  private byte[] array;
  private int size;

  FrameWriter(int expected) {
    array = new byte[expected];
  }

  /** How much room of the array bytes will take. */
  static int room(ByteBuffer bytes) {
    return isKept(bytes) ? 0 : bytes.remaining();
  }

  private static boolean isKept(ByteBuffer bytes) {
    return bytes.remaining() > COPIED_UP_TO;
  }

  FrameWriter u8(int value) {
    room(1);
    array[size++] = (byte) value;
    return this;
  }

  FrameWriter i32(int value) {
    room(4);
    ByteBuffer.wrap(array).putInt(size, value);
    size += 4;
    return this;
  }

  FrameWriter i64(long value) {
    room(8);
    ByteBuffer.wrap(array).putLong(size, value);
    size += 8;
    return this;
  }

  FrameWriter flag(boolean value) {
    return u8(value ? 1 : 0);
  }

  FrameWriter digest(Digest digest) {
    return i64(digest.a()).i64(digest.b()).i64(digest.c()).i64(digest.d());
  }

  FrameWriter text(String text) {
    return bytes(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }

  FrameWriter bytes(ByteBuffer bytes) {
    return i32(bytes.remaining()).rest(bytes);
  }

  /** Writes bytes without their length: what is last in a frame. */
  FrameWriter rest(ByteBuffer bytes) {
    return isKept(bytes) ? keep(bytes) : copy(bytes);
  }

  private FrameWriter keep(ByteBuffer bytes) {
    kept.add(new Kept(size, bytes));
    keptBytes += bytes.remaining();
    requireFits(size + keptBytes);
    return this;
  }

  private FrameWriter copy(ByteBuffer bytes) {
    int length = bytes.remaining();
    room(length);
    bytes.duplicate().get(array, size, length);
    size += length;
    return this;
  }

  <T> FrameWriter list(Collection<T> list, BiConsumer<FrameWriter, T> element) {
    i32(list.size());
    list.forEach(one -> element.accept(this, one));
    return this;
  }

  <T> FrameWriter optional(Optional<T> optional, BiConsumer<FrameWriter, T> element) {
    flag(optional.isPresent());
    optional.ifPresent(one -> element.accept(this, one));
    return this;
  }

  /** Begins a frame whose length isn't known yet; returns where it begins. */
  int begin(int type) {
    int start = size;
    u8(Frames.VERSION).u8(type).i32(0);
    return start;
  }

  /** Called before the frame around it ends, if there is one: what is kept belongs to both. */
  void end(int start) {
    int length = Math.toIntExact(keptBytes + size - start - Frames.HEADER);
    ByteBuffer.wrap(array).putInt(start + 2, length);
  }

  byte[] toArray() {
    if (kept.isEmpty() && size == array.length) {
      return array;
    }
    ByteBuffer whole = ByteBuffer.allocate(Math.toIntExact(size + keptBytes));
    pieces().forEach(whole::put);
    return whole.array();
  }

  List<ByteBuffer> pieces() {
    List<ByteBuffer> pieces = new ArrayList<>(1 + 2 * kept.size());
    int from = 0;
    for (Kept next : kept) {
      add(pieces, from, next.at());
      pieces.add(next.bytes().duplicate());
      from = next.at();
    }
    add(pieces, from, size);
    return pieces;
  }

  private void add(List<ByteBuffer> pieces, int from, int to) {
    if (from < to) {
      pieces.add(ByteBuffer.wrap(array, from, to - from));
    }
  }

  private void room(int more) {
    if (more > array.length - size) {
      grow((long) size + more);
    }
  }

  private static void requireFits(long length) {
    if (length > LARGEST_ARRAY) {
      throw new FrameException("A frame must fit into an array: length=" + length);
    }
  }

  private void grow(long needed) {
    requireFits(needed + keptBytes);
    array = Arrays.copyOf(array, (int) Math.min(LARGEST_ARRAY, Math.max(needed, size * 2L)));
  }
}
