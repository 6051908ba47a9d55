package dev.entourage.backend.kryo;

import com.esotericsoftware.kryo.KryoException;
import com.esotericsoftware.kryo.io.Input;
import java.nio.ByteBuffer;

/**
 * Input that never lets damaged bytes claim memory: each element takes at least one byte, so that
 * all lengths together can't be greater than the input.
 */
final class BoundedInput extends Input {

  private int budget;

  /** Reads from a buffer from now on; its position doesn't move. */
  void start(ByteBuffer bytes) {
    if (bytes.hasArray()) {
      setBuffer(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
    } else {
      byte[] copy = new byte[bytes.remaining()];
      bytes.duplicate().get(copy);
      setBuffer(copy);
    }
    budget = bytes.remaining();
  }

  /** Forgets the bytes. */
  void stop() {
    setBuffer(new byte[0]);
    chars = new char[32];
  }

  /** Reads a length and checks that so many elements can follow. */
  int readLength() {
    return claim(readVarInt(true));
  }

  /** Reads as many bytes as {@link #readLength()} said. */
  byte[] readClaimed(int length) {
    return super.readBytes(length);
  }

  /** Says whether nothing is left. */
  boolean atEnd() {
    return position == limit;
  }

  private int claim(int length) {
    if (length < 0 || length > budget || length > limit - position) {
      throw new KryoException(
          "a length is greater than what is left: length="
              + length
              + " left="
              + (limit - position));
    }
    budget -= length;
    return length;
  }

  @Override
  public byte[] readBytes(int length) {
    return super.readBytes(claim(length));
  }

  @Override
  public String readString() {
    checkChars();
    return super.readString();
  }

  @Override
  public StringBuilder readStringBuilder() {
    checkChars();
    return super.readStringBuilder();
  }

  /** Kryo allocates as many chars as a text says it has. */
  private void checkChars() {
    int start = position;
    if (readVarIntFlag()) {
      int length = readVarIntFlag(true) - 1;
      if (length > limit - position) {
        throw new KryoException(
            "a text is longer than what is left: length=" + length + " left=" + (limit - position));
      }
    }
    position = start;
  }
}
