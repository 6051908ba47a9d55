package dev.entourage.backend.fory;

import dev.entourage.MarshallingException;
import dev.entourage.spi.NodeTable;
import dev.entourage.spi.TableMarshaller;
import java.nio.ByteBuffer;
import org.apache.fory.memory.MemoryBuffer;
import org.apache.fory.memory.MemoryUtils;

/**
 * Writes one table: whether there are more than steps; if so four sizes and the elements of the
 * four arrays; the steps.
 */
final class ForyWriter {

  /** The lowest bit of a text's size: its characters take one byte each, or two. */
  static final int LATIN = 0;

  static final int WIDE = 1;

  /** The table has nothing but steps, as most have. */
  static final int STEPS = 0;

  static final int ALL = 1;

  private static final int LONGEST_INT = 5;
  private static final int LONGEST_LONG = 9;
  private static final int USUAL_LONG = 4;

  /** Fory asks for room for eight bytes whenever it writes one number. */
  private static final int SLACK = 16;

  private final MemoryBuffer out;

  /** Makes a writer of one table, with about as much room as it takes. */
  ForyWriter(NodeTable table) {
    out = MemoryUtils.buffer(room(table));
  }

  ByteBuffer write(NodeTable table) {
    if (isAlone(table)) {
      out.writeVarUInt32(STEPS);
    } else {
      out.writeVarUInt32(ALL);
      arrays(table);
    }
    out.writeVarUInt32(table.steps().size());
    out.writeBytes(table.steps().array(), table.steps().start(), table.steps().size());
    return ByteBuffer.wrap(out.getHeapMemory(), 0, out.writerIndex());
  }

  private static boolean isAlone(NodeTable table) {
    return table.texts().length == 0
        && table.rows().length == 0
        && table.values().length == 0
        && table.blobs().length == 0;
  }

  private void arrays(NodeTable table) {
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
  }

  /**
   * Says how many bytes a table usually takes. Fory doesn't check: behind the largest array it
   * would write into memory that isn't its own.
   */
  private static int room(NodeTable table) {
    long chars = 0;
    for (String text : table.texts()) {
      chars += text.length();
    }
    long blobs = LONGEST_INT + table.steps().size();
    for (byte[] blob : table.blobs()) {
      blobs += LONGEST_INT + blob.length;
    }
    long numbers = 4L + table.texts().length + table.rows().length;
    long most =
        LONGEST_INT * numbers
            + Character.BYTES * chars
            + (long) LONGEST_LONG * table.values().length
            + blobs;
    if (most > Integer.MAX_VALUE - 64) {
      throw new MarshallingException(
          "The object graph must fit into one array of bytes: it takes up to " + most);
    }
    return (int) (2 * numbers + chars + (long) USUAL_LONG * table.values().length + blobs) + SLACK;
  }

  private void text(String text) {
    if (TableMarshaller.isLatin(text)) {
      out.writeVarUInt32(text.length() << 1 | LATIN);
      latin(text);
    } else {
      // Not UTF-8, which has no place for half a surrogate pair.
      out.writeVarUInt32(text.length() << 1 | WIDE);
      for (int i = 0; i < text.length(); i++) {
        out.writeChar(text.charAt(i));
      }
    }
  }

  /** The JDK's method for it copies no bytes twice. */
  @SuppressWarnings("deprecation")
  private void latin(String text) {
    int start = out.writerIndex();
    out.ensure(start + text.length());
    text.getBytes(0, text.length(), out.getHeapMemory(), start);
    out.writerIndex(start + text.length());
  }
}
