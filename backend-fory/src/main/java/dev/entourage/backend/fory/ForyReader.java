package dev.entourage.backend.fory;

import dev.entourage.spi.NodeTable;
import dev.entourage.spi.Steps;
import dev.entourage.spi.TableMarshaller;
import java.nio.charset.StandardCharsets;
import org.apache.fory.memory.MemoryBuffer;

/** Reads one table from bytes that may be hostile. */
final class ForyReader {

  private static final NodeTable NOTHING =
      new NodeTable(new String[0], new int[0], new long[0], new byte[0][]);

  private final MemoryBuffer in;

  ForyReader(MemoryBuffer in) {
    this.in = in;
  }

  NodeTable read() {
    int sort = in.readVarUInt32();
    if (sort != ForyWriter.STEPS && sort != ForyWriter.ALL) {
      throw TableMarshaller.damaged("sort=" + sort);
    }
    NodeTable arrays = sort == ForyWriter.STEPS ? NOTHING : arrays();
    NodeTable table =
        new NodeTable(
            arrays.texts(),
            arrays.rows(),
            arrays.values(),
            arrays.blobs(),
            steps(in.readVarUInt32()));
    if (in.remaining() != 0) {
      throw TableMarshaller.damaged("there is something behind their end");
    }
    return table;
  }

  private NodeTable arrays() {
    int[] sizes = new int[4];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = in.readVarUInt32();
    }
    TableMarshaller.checkSizes(in.remaining(), sizes);
    String[] texts = new String[sizes[0]];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = text();
    }
    int[] rows = new int[sizes[1]];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = in.readVarInt32();
    }
    long[] values = new long[sizes[2]];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readVarInt64();
    }
    byte[][] blobs = new byte[sizes[3]][];
    for (int i = 0; i < blobs.length; i++) {
      blobs[i] = bytes(in.readVarUInt32());
    }
    return new NodeTable(texts, rows, values, blobs);
  }

  private String text() {
    int size = in.readVarUInt32();
    int length = size >>> 1;
    if ((size & 1) == ForyWriter.LATIN) {
      TableMarshaller.checkSizes(in.remaining(), length);
      int start = in._unsafeHeapReaderIndex();
      in.increaseReaderIndex(length);
      return new String(in.getHeapMemory(), start, length, StandardCharsets.ISO_8859_1);
    }
    TableMarshaller.checkSizes(in.remaining() / Character.BYTES, length);
    char[] chars = new char[length];
    for (int i = 0; i < length; i++) {
      chars[i] = in.readChar();
    }
    return new String(chars);
  }

  private Steps steps(int size) {
    TableMarshaller.checkSizes(in.remaining(), size);
    int start = in._unsafeHeapReaderIndex();
    in.increaseReaderIndex(size);
    return new Steps(in.getHeapMemory(), start, size);
  }

  private byte[] bytes(int length) {
    TableMarshaller.checkSizes(in.remaining(), length);
    return in.readBytes(length);
  }
}
