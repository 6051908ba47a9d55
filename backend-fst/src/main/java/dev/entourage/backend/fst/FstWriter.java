package dev.entourage.backend.fst;

import dev.entourage.spi.NodeTable;
import dev.entourage.spi.Steps;
import dev.entourage.spi.TableMarshaller;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.nustaq.serialization.FSTConfiguration;
import org.nustaq.serialization.coders.FSTStreamEncoder;

/**
 * Writes tables: four sizes, the elements of the four arrays, the steps. For one thread at a time.
 */
final class FstWriter {

  /** The lowest bit of a text's size: its characters take one byte each, or two. */
  static final int LATIN = 0;

  static final int WIDE = 1;

  /** Of a long text. FST makes room for three bytes a character before it writes any. */
  private static final int PIECE = 1 << 20;

  private static final int SMALLEST = 256;
  private static final int LARGEST = 1 << 20;
  private static final int USUAL_LONG = 3;
  private static final byte[] NO_BYTES = {};

  private final FSTStreamEncoder out;

  FstWriter(FSTConfiguration configuration) {
    out = new FSTStreamEncoder(configuration);
    out.setOutstream(null);
  }

  /** The answer belongs to the caller. */
  ByteBuffer write(NodeTable table) throws IOException {
    out.reset(new byte[room(table)]);
    writeAll(table);
    ByteBuffer written = ByteBuffer.wrap(out.getBuffer(), 0, out.getWritten());
    out.reset(NO_BYTES);
    return written;
  }

  /** How many bytes a table usually takes; FST makes more room where that is too little. */
  private static int room(NodeTable table) {
    long room = SMALLEST + (long) USUAL_LONG * table.values().length + 2L * table.rows().length;
    for (String text : table.texts()) {
      room += 1 + text.length();
    }
    for (byte[] blob : table.blobs()) {
      room += 2 + blob.length;
    }
    return (int) Math.min(room + table.steps().size(), LARGEST);
  }

  private void writeAll(NodeTable table) throws IOException {
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
    Steps steps = table.steps();
    out.writeFInt(steps.size());
    out.writePrimitiveArray(steps.array(), steps.start(), steps.size());
  }

  /** FST's own form of a string can't be read with bounds. */
  private void text(String text) throws IOException {
    if (TableMarshaller.isLatin(text)) {
      out.writeFInt(text.length() << 1 | LATIN);
      byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
      out.writePrimitiveArray(bytes, 0, bytes.length);
    } else {
      wide(text.toCharArray());
    }
  }

  private void wide(char[] chars) throws IOException {
    out.writeFInt(chars.length << 1 | WIDE);
    for (int at = 0; at < chars.length; at += PIECE) {
      out.writePrimitiveArray(chars, at, Math.min(PIECE, chars.length - at));
    }
  }
}
