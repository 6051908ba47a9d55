package dev.entourage.backend.kryo;

import com.esotericsoftware.kryo.io.Input;
import dev.entourage.spi.NodeTable;
import dev.entourage.spi.Steps;
import dev.entourage.spi.TableMarshaller;
import java.nio.charset.StandardCharsets;

/** Reads one table from bytes that may be hostile. */
final class KryoReader {

  private final Input in;

  KryoReader(Input in) {
    this.in = in;
  }

  NodeTable read() {
    if (in.readByte() != KryoMarshaller.FORMAT) {
      throw TableMarshaller.damaged("they begin otherwise");
    }
    int[] sizes = new int[4];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = in.readVarInt(true);
    }
    TableMarshaller.checkSizes(left(), sizes);
    NodeTable table = table(sizes);
    if (left() != 0) {
      throw TableMarshaller.damaged("there is something behind their end");
    }
    return table;
  }

  private int left() {
    return in.limit() - in.position();
  }

  private NodeTable table(int[] sizes) {
    String[] texts = new String[sizes[0]];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = text();
    }
    int[] rows = new int[sizes[1]];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = in.readVarInt(false);
    }
    long[] values = new long[sizes[2]];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readVarLong(false);
    }
    byte[][] blobs = new byte[sizes[3]][];
    for (int i = 0; i < blobs.length; i++) {
      blobs[i] = bytes(in.readVarInt(true));
    }
    return new NodeTable(texts, rows, values, blobs, steps(in.readVarInt(true)));
  }

  private Steps steps(int size) {
    TableMarshaller.checkSizes(left(), size);
    int start = in.position();
    in.setPosition(start + size);
    return new Steps(in.getBuffer(), start, size);
  }

  private String text() {
    int size = in.readVarInt(true);
    int length = size >>> 1;
    if ((size & 1) == KryoWriter.LATIN) {
      TableMarshaller.checkSizes(left(), length);
      int start = in.position();
      in.setPosition(start + length);
      return new String(in.getBuffer(), start, length, StandardCharsets.ISO_8859_1);
    }
    TableMarshaller.checkSizes(left() / Character.BYTES, length);
    char[] chars = new char[length];
    for (int i = 0; i < length; i++) {
      chars[i] = in.readChar();
    }
    return new String(chars);
  }

  private byte[] bytes(int length) {
    TableMarshaller.checkSizes(left(), length);
    return in.readBytes(length);
  }
}
