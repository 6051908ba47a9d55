package dev.entourage.preparer;

import dev.entourage.MarshallingException;
import dev.entourage.spi.NodeTable;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Node tables as bytes and back. What is read may be hostile: no length claims more than is there.
 */
final class TableBytes {

  private static final int LATIN = 0;
  private static final int WIDE = 1;

  private TableBytes() {}

  /** Grows as it is written; numbers take as many bytes as they need. */
  static final class Out extends ByteArrayOutputStream {

    Out number(long value) {
      long left = value << 1 ^ value >> 63;
      while ((left & ~0x7fL) != 0) {
        write((int) (left & 0x7f | 0x80));
        left >>>= 7;
      }
      write((int) left);
      return this;
    }

    Out text(String text) {
      boolean latin = text.chars().allMatch(c -> c < 256);
      number(text.length()).write(latin ? LATIN : WIDE);
      if (latin) {
        writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
      } else {
        // Not UTF-8, which has no place for half a surrogate pair.
        text.chars().forEach(c -> writeWide((char) c));
      }
      return this;
    }

    private void writeWide(char c) {
      write(c >>> 8);
      write(c);
    }

    Out blob(byte[] bytes) {
      number(bytes.length).writeBytes(bytes);
      return this;
    }

    ByteBuffer toBuffer() {
      return ByteBuffer.wrap(buf, 0, count);
    }
  }

  static void write(NodeTable table, Out out) {
    out.number(table.texts().length);
    for (String text : table.texts()) {
      out.text(text);
    }
    out.number(table.rows().length);
    for (int row : table.rows()) {
      out.number(row);
    }
    out.number(table.values().length);
    for (long value : table.values()) {
      out.number(value);
    }
    out.number(table.blobs().length);
    for (byte[] blob : table.blobs()) {
      out.blob(blob);
    }
  }

  static NodeTable read(ByteBuffer in) {
    String[] texts = new String[length(in, 2)];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = text(in);
    }
    int[] rows = new int[length(in, 1)];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (int) number(in);
    }
    long[] values = new long[length(in, 1)];
    for (int i = 0; i < values.length; i++) {
      values[i] = number(in);
    }
    byte[][] blobs = new byte[length(in, 1)][];
    for (int i = 0; i < blobs.length; i++) {
      blobs[i] = new byte[length(in, 1)];
      in.get(blobs[i]);
    }
    return new NodeTable(texts, rows, values, blobs);
  }

  static long number(ByteBuffer in) {
    try {
      long left = 0;
      for (int shift = 0; shift < 64; shift += 7) {
        byte next = in.get();
        left |= (next & 0x7fL) << shift;
        if (next >= 0) {
          return left >>> 1 ^ -(left & 1);
        }
      }
    } catch (BufferUnderflowException e) {
      throw damaged();
    }
    throw damaged();
  }

  /** Reads how many things follow, each of so many bytes at least. */
  static int length(ByteBuffer in, int atLeast) {
    long length = number(in);
    if (length < 0 || length > in.remaining() / atLeast) {
      throw damaged();
    }
    return (int) length;
  }

  static String text(ByteBuffer in) {
    int length = length(in, 1);
    if (!in.hasRemaining()) {
      throw damaged();
    }
    return switch (in.get()) {
      case LATIN -> latin(in, length);
      case WIDE -> wide(in, length);
      default -> throw damaged();
    };
  }

  private static String latin(ByteBuffer in, int length) {
    if (length > in.remaining()) {
      throw damaged();
    }
    byte[] bytes = new byte[length];
    in.get(bytes);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static String wide(ByteBuffer in, int length) {
    if (length > in.remaining() / Character.BYTES) {
      throw damaged();
    }
    char[] chars = new char[length];
    for (int i = 0; i < length; i++) {
      chars[i] = in.getChar();
    }
    return new String(chars);
  }

  static MarshallingException damaged() {
    return new MarshallingException("The bytes are damaged: a table of objects ends early");
  }
}
