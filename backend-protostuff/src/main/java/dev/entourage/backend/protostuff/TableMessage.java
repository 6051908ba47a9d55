package dev.entourage.backend.protostuff;

import dev.entourage.spi.NodeTable;
import dev.entourage.spi.TableMarshaller;

/** A table while it is read: the sizes come first, and must be kept to the last element. */
final class TableMessage {

  private String[] texts;
  private int[] rows;
  private long[] values;
  private byte[][] blobs;
  private int textCount;
  private int rowCount;
  private int valueCount;
  private int blobCount;

  static TableMessage of(NodeTable table) {
    TableMessage message = new TableMessage();
    message.texts = table.texts();
    message.rows = table.rows();
    message.values = table.values();
    message.blobs = table.blobs();
    return message;
  }

  String[] texts() {
    return texts;
  }

  int[] rows() {
    return rows;
  }

  long[] values() {
    return values;
  }

  byte[][] blobs() {
    return blobs;
  }

  /** Makes room; {@code left} is how many bytes are left, of which each element takes two. */
  void sizes(int[] sizes, int left) {
    TableMarshaller.checkSizes(left / 2, sizes);
    texts = new String[sizes[0]];
    rows = new int[sizes[1]];
    values = new long[sizes[2]];
    blobs = new byte[sizes[3]][];
  }

  void text(String text) {
    texts[textCount++] = text;
  }

  void row(int row) {
    rows[rowCount++] = row;
  }

  void value(long value) {
    values[valueCount++] = value;
  }

  void blob(byte[] blob) {
    blobs[blobCount++] = blob;
  }

  NodeTable toTable() {
    if (texts == null
        || textCount != texts.length
        || rowCount != rows.length
        || valueCount != values.length
        || blobCount != blobs.length) {
      throw TableMarshaller.damaged("they end too early");
    }
    return new NodeTable(texts, rows, values, blobs);
  }
}
