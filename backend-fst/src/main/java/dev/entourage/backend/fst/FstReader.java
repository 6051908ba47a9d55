package dev.entourage.backend.fst;

import dev.entourage.spi.NodeTable;
import dev.entourage.spi.TableMarshaller;
import java.io.IOException;
import java.io.InputStream;
import org.nustaq.serialization.FSTConfiguration;
import org.nustaq.serialization.coders.FSTStreamDecoder;

/** Reads one table from bytes that may be hostile. */
final class FstReader {

  private final FSTStreamDecoder in;
  private final int length;
  private final int[] sizes = new int[4];

  FstReader(FSTConfiguration configuration, byte[] bytes) throws IOException {
    in = new FSTStreamDecoder(configuration);
    // It takes an array only after it has had a stream.
    in.setInputStream(InputStream.nullInputStream());
    in.resetWith(bytes, bytes.length);
    length = bytes.length;
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
    return length - in.getInputPos();
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
    return new NodeTable(texts, rows, values, blobs);
  }

  private String text() throws IOException {
    char[] chars = new char[size()];
    in.readFPrimitiveArray(chars, char.class, chars.length);
    return new String(chars);
  }

  private byte[] blob() throws IOException {
    byte[] blob = new byte[size()];
    in.readPlainBytes(blob, 0, blob.length);
    return blob;
  }

  private int size() throws IOException {
    int size = in.readFInt();
    TableMarshaller.checkSizes(left(), size);
    return size;
  }
}
