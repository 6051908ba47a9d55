package dev.entourage.backend.kryo;

import com.esotericsoftware.kryo.io.Output;
import dev.entourage.spi.NodeTable;
import dev.entourage.spi.TableMarshaller;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes one table: four sizes, the elements of the four arrays, the steps. */
final class KryoWriter {

  /** The lowest bit of a text's size: its characters take one byte each, or two. */
  static final int LATIN = 0;

  static final int WIDE = 1;

  private static final int LONGEST_INT = 5;
  private static final int USUAL_LONG = 4;
  private static final int LARGEST = 1 << 30;

  /** Who adds a few bytes of its own needn't copy all of them for that. */
  private static final int ROOM_BEHIND = 16;

  private final Output out;

  /** Makes a writer of one table, with about as much room as it takes. */
  KryoWriter(NodeTable table) {
    out = new Output(room(table), -1);
  }

  ByteBuffer write(NodeTable table) {
    out.writeByte(KryoMarshaller.FORMAT);
    out.writeVarInt(table.texts().length, true);
    out.writeVarInt(table.rows().length, true);
    out.writeVarInt(table.values().length, true);
    out.writeVarInt(table.blobs().length, true);
    for (String text : table.texts()) {
      text(text);
    }
    for (int row : table.rows()) {
      out.writeVarInt(row, false);
    }
    for (long value : table.values()) {
      out.writeVarLong(value, false);
    }
    for (byte[] blob : table.blobs()) {
      out.writeVarInt(blob.length, true);
      out.writeBytes(blob);
    }
    out.writeVarInt(table.steps().size(), true);
    out.writeBytes(table.steps().array(), table.steps().start(), table.steps().size());
    return ByteBuffer.wrap(out.getBuffer(), 0, out.position());
  }

  /** How many bytes a table usually takes; Kryo makes more room where that is too little. */
  private static int room(NodeTable table) {
    long room = ROOM_BEHIND + 2L * table.rows().length + LONGEST_INT + table.steps().size();
    room += (long) USUAL_LONG * table.values().length;
    for (String text : table.texts()) {
      room += 2 + text.length();
    }
    for (byte[] blob : table.blobs()) {
      room += LONGEST_INT + blob.length;
    }
    return (int) Math.min(room, LARGEST);
  }

  private void text(String text) {
    if (TableMarshaller.isLatin(text)) {
      out.writeVarInt(text.length() << 1 | LATIN, true);
      latin(text);
    } else {
      // Not UTF-8, which has no place for half a surrogate pair.
      out.writeVarInt(text.length() << 1 | WIDE, true);
      for (int i = 0; i < text.length(); i++) {
        out.writeChar(text.charAt(i));
      }
    }
  }

  /** The JDK's method for it copies no bytes twice. */
  @SuppressWarnings("deprecation")
  private void latin(String text) {
    int start = out.position();
    int length = text.length();
    if (length > out.getBuffer().length - start) {
      out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    } else {
      text.getBytes(0, length, out.getBuffer(), start);
      out.setPosition(start + length);
    }
  }
}
