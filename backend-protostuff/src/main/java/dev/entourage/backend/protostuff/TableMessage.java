package dev.entourage.backend.protostuff;

import dev.entourage.spi.NodeTable;
import dev.entourage.spi.Steps;
import dev.entourage.spi.TableMarshaller;

/** A table while it is read: the sizes come first, and must be kept to the last element. */
final class TableMessage {

  /** What is read; nothing where a table is written. */
  private final byte[] bytes;

  private String[] texts;
  private int[] rows;
  private long[] values;
  private byte[][] blobs;
  private Steps steps = Steps.NONE;
  private int textCount;
  private int rowCount;
  private int valueCount;
  private int blobCount;

  /** How many arrays of steps are still to come. */
  private int missing;

  TableMessage(byte[] bytes) {
    this.bytes = bytes;
  }

  static TableMessage of(NodeTable table) {
    TableMessage message = new TableMessage(null);
    message.texts = table.texts();
    message.rows = table.rows();
    message.values = table.values();
    message.blobs = table.blobs();
    message.steps = table.steps();
    return message;
  }

  byte[] bytes() {
    return bytes;
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

  Steps steps() {
    return steps;
  }

  /** How many arrays of steps there are. */
  int stepCount() {
    return steps.size() == 0 ? 0 : 1;
  }

  /** Makes room; {@code left} is how many bytes are left, of which each element takes two. */
  void sizes(int[] sizes, int left) {
    TableMarshaller.checkSizes(left / 2, sizes);
    texts = new String[sizes[0]];
    rows = new int[sizes[1]];
    values = new long[sizes[2]];
    blobs = new byte[sizes[3]][];
    missing = sizes[4];
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

  void steps(Steps read) {
    steps = read;
    missing--;
  }

  NodeTable toTable() {
    if (texts == null
        || textCount != texts.length
        || rowCount != rows.length
        || valueCount != values.length
        || blobCount != blobs.length
        || missing != 0) {
      throw TableMarshaller.damaged("they end too early");
    }
    return new NodeTable(texts, rows, values, blobs, steps);
  }
}
