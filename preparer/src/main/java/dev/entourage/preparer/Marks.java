package dev.entourage.preparer;

import dev.entourage.spi.NodeTable;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Marks of graphs: graphs that differ have different ones. */
final class Marks {

  private Marks() {}

  static String of(Forms forms, Object value) {
    NodeTable table = forms.table(value, type -> {});
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      write(table, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Digest.of(bytes.toByteArray()).toString();
  }

  /** Each array with its length before it, so that no two tables read alike. */
  private static void write(NodeTable table, DataOutputStream out) throws IOException {
    out.writeInt(table.texts().length);
    for (String text : table.texts()) {
      // Not writeUTF, which ends at 64 KB.
      out.writeInt(text == null ? -1 : text.length());
      out.writeChars(text == null ? "" : text);
    }
    out.writeInt(table.rows().length);
    for (int row : table.rows()) {
      out.writeInt(row);
    }
    out.writeInt(table.values().length);
    for (long value : table.values()) {
      out.writeLong(value);
    }
    out.writeInt(table.blobs().length);
    for (byte[] blob : table.blobs()) {
      out.writeInt(blob.length);
      out.write(blob);
    }
  }
}
