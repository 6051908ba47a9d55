package dev.entourage.worker;

import dev.entourage.preparer.Digest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Grows one array that becomes the frame, so that a large payload is copied once. */
final class FrameWriter {

  private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

  private byte[] array;
  private int size;

  FrameWriter(int expected) {
    array = new byte[expected];
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

  void end(int start) {
    ByteBuffer.wrap(array).putInt(start + 2, size - start - Frames.HEADER);
  }

  byte[] toArray() {
    return size == array.length ? array : Arrays.copyOf(array, size);
  }

  private void room(int more) {
    if (more > array.length - size) {
      grow((long) size + more);
    }
  }

  private void grow(long needed) {
    if (needed > LARGEST_ARRAY) {
      throw new FrameException("A frame must fit into an array: length=" + needed);
    }
    array = Arrays.copyOf(array, (int) Math.min(LARGEST_ARRAY, Math.max(needed, size * 2L)));
  }
}
