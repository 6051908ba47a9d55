package dev.entourage.preparer;

import dev.entourage.spi.LongArray;
import dev.entourage.spi.NodeTable;
import dev.entourage.spi.NormalForm;
import dev.entourage.spi.Steps;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Graphs as backends get them. */
final class Tables {

  private Tables() {}

  /** A graph's table, and the long arrays beside it. */
  record Laid(NodeTable table, List<ByteBuffer> longs) {

    /** The same with a table that somebody has changed. */
    Laid with(NodeTable other) {
      return new Laid(other, longs);
    }

    Object graph(NormalForm forms) {
      return forms.graph(table, longs.stream().map(ByteBuffer::duplicate).toList());
    }
  }

  static Laid of(NormalForm forms, Object root) {
    return of(forms, root, type -> {});
  }

  static Laid of(NormalForm forms, Object root, Consumer<Class<?>> seen) {
    List<LongArray> longs = new ArrayList<>();
    NodeTable[] table = new NodeTable[1];
    try {
      forms.encode(
          root,
          seen,
          longs,
          lent -> {
            table[0] = with(lent, bytes(lent.steps()));
            return ByteBuffer.allocate(0);
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Laid(table[0], longs.stream().map(Tables::bytes).toList());
  }

  /** The bytes of steps. */
  static byte[] bytes(Steps steps) {
    return Arrays.copyOfRange(steps.array(), steps.start(), steps.start() + steps.size());
  }

  /** A table of steps. */
  static NodeTable of(byte[] steps, String... texts) {
    return with(new NodeTable(texts, new int[0], new long[0], new byte[0][]), steps);
  }

  /** The same table with other steps, in the middle of something else. */
  static NodeTable with(NodeTable table, byte[] steps) {
    byte[] framed = new byte[steps.length + 32];
    Arrays.fill(framed, (byte) 1);
    System.arraycopy(steps, 0, framed, 16, steps.length);
    return new NodeTable(
        table.texts(),
        table.rows(),
        table.values(),
        table.blobs(),
        new Steps(framed, 16, steps.length));
  }

  private static ByteBuffer bytes(LongArray array) {
    ByteBuffer bytes = ByteBuffer.allocate(array.bytes());
    array.copyTo(bytes.duplicate());
    return bytes;
  }

  /** Reads a table without long arrays. */
  static Object graph(NormalForm forms, NodeTable table) {
    return forms.graph(table, List.of());
  }

  /** Rebuilds an object without a table. */
  static Object rebuilt(Form form) {
    Forms forms =
        new Forms(Tables.class.getClassLoader(), List.of(), List.of(), new Marks(type -> false));
    return forms.rebuild(forms.named(form.kind()), form, null);
  }
}
