package dev.entourage.backend.fst;

import dev.entourage.spi.NodeTable;
import dev.entourage.spi.Steps;
import dev.entourage.spi.TableMarshaller;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.nustaq.serialization.FSTConfiguration;
import org.nustaq.serialization.coders.FSTStreamDecoder;

/** Reads one table from bytes that may be hostile. */
final class FstReader {

  private final FSTStreamDecoder in;
  private final byte[] bytes;
  private final int[] sizes = new int[4];

  FstReader(FSTConfiguration configuration, byte[] bytes) throws IOException {
    in = new FSTStreamDecoder(configuration);
    // It takes an array only after it has had a stream.
    in.setInputStream(InputStream.nullInputStream());
    in.resetWith(bytes, bytes.length);
    this.bytes = bytes;
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = in.readFInt();
    }
  }

  /** How many elements follow, by what the bytes claim. */
  int[] sizes() {
    return sizes;
  }

  /** How many bytes haven't been read. */
  int left() {
    return bytes.length - in.getInputPos();
  }

  NodeTable table() throws IOException {
    String[] texts = new String[sizes[0]];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = text();
    }
    int[] rows = new int[sizes[1]];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = in.readFInt();
    }
    long[] values = new long[sizes[2]];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readFLong();
    }
    byte[][] blobs = new byte[sizes[3]][];
    for (int i = 0; i < blobs.length; i++) {
      blobs[i] = blob();
    }
    return new NodeTable(texts, rows, values, blobs, steps());
  }

  private String text() throws IOException {
    int size = in.readFInt();
    int length = size >>> 1;
    TableMarshaller.checkSizes(left(), length);
    if ((size & 1) == FstWriter.LATIN) {
      byte[] bytes = new byte[length];
      in.readPlainBytes(bytes, 0, length);
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
    char[] chars = new char[length];
    in.readFPrimitiveArray(chars, char.class, length);
    return new String(chars);
  }

  private Steps steps() throws IOException {
    int size = in.readFInt();
    TableMarshaller.checkSizes(left(), size);
    int start = in.getInputPos();
    in.skip(size);
    return new Steps(bytes, start, size);
  }

  private byte[] blob() throws IOException {
    int size = in.readFInt();
    TableMarshaller.checkSizes(left(), size);
    byte[] blob = new byte[size];
    in.readPlainBytes(blob, 0, blob.length);
    return blob;
  }
}
