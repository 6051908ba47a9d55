package dev.entourage.backend.fory;

import dev.entourage.MarshallingException;
import dev.entourage.spi.NodeTable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.fory.memory.MemoryBuffer;

/** Writes one table: four sizes, then the elements of the four arrays. */
final class ForyWriter {

  /** The lowest bit of a text's size: its characters take one byte each, or two. */
  static final int LATIN = 0;

  static final int WIDE = 1;

  private static final int LONGEST_INT = 5;
  private static final int LONGEST_LONG = 9;

  private final MemoryBuffer out;

  ForyWriter(MemoryBuffer out) {
    this.out = out;
  }

  ByteBuffer write(NodeTable table) {
    checkFits(table);
    out.writeVarUInt32(table.texts().length);
    out.writeVarUInt32(table.rows().length);
    out.writeVarUInt32(table.values().length);
    out.writeVarUInt32(table.blobs().length);
    for (String text : table.texts()) {
      text(text);
    }
    for (int row : table.rows()) {
      out.writeVarInt32(row);
    }
    for (long value : table.values()) {
      out.writeVarInt64(value);
    }
    for (byte[] blob : table.blobs()) {
      out.writeVarUInt32(blob.length);
      out.writeBytes(blob);
    }
    return ByteBuffer.wrap(out.getHeapMemory(), 0, out.writerIndex());
  }

  /** Fory doesn't check: behind the largest array it would write into memory that isn't its own. */
  private static void checkFits(NodeTable table) {
    long most = 4 * LONGEST_INT;
    for (String text : table.texts()) {
      most += LONGEST_INT + (long) Character.BYTES * text.length();
    }
    most += (long) LONGEST_INT * table.rows().length + (long) LONGEST_LONG * table.values().length;
    for (byte[] blob : table.blobs()) {
      most += LONGEST_INT + blob.length;
    }
    if (most > Integer.MAX_VALUE - 64) {
      throw new MarshallingException(
          "The object graph must fit into one array of bytes: it takes up to " + most);
    }
  }

  private void text(String text) {
    if (isLatin(text)) {
      out.writeVarUInt32(text.length() << 1 | LATIN);
      out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    } else {
      // Not UTF-8, which has no place for half a surrogate pair.
      out.writeVarUInt32(text.length() << 1 | WIDE);
      for (int i = 0; i < text.length(); i++) {
        out.writeChar(text.charAt(i));
      }
    }
  }

  private static boolean isLatin(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0xff) {
        return false;
      }
    }
    return true;
  }
}
