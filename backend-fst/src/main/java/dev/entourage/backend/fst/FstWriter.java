package dev.entourage.backend.fst;

import dev.entourage.spi.NodeTable;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.nustaq.serialization.FSTConfiguration;
import org.nustaq.serialization.coders.FSTStreamEncoder;

/** Writes one table: four sizes, then the elements of the four arrays. */
final class FstWriter {

  /** Of a long text. FST makes room for three bytes a character before it writes any. */
  private static final int PIECE = 1 << 20;

  private final FSTStreamEncoder out;

  FstWriter(FSTConfiguration configuration) {
    out = new FSTStreamEncoder(configuration);
    out.setOutstream(null);
  }

  ByteBuffer write(NodeTable table) throws IOException {
    out.writeFInt(table.texts().length);
    out.writeFInt(table.rows().length);
    out.writeFInt(table.values().length);
    out.writeFInt(table.blobs().length);
    for (String text : table.texts()) {
      text(text);
    }
    for (int row : table.rows()) {
      out.writeFInt(row);
    }
    for (long value : table.values()) {
      out.writeFLong(value);
    }
    for (byte[] blob : table.blobs()) {
      out.writeFInt(blob.length);
      out.writePrimitiveArray(blob, 0, blob.length);
    }
    return ByteBuffer.wrap(out.getBuffer(), 0, out.getWritten());
  }

  /** As an array of characters: FST's own form of a string can't be read with bounds. */
  private void text(String text) throws IOException {
    char[] chars = text.toCharArray();
    out.writeFInt(chars.length);
    for (int at = 0; at < chars.length; at += PIECE) {
      out.writePrimitiveArray(chars, at, Math.min(PIECE, chars.length - at));
    }
  }
}
