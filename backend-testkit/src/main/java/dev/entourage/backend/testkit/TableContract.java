package dev.entourage.backend.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.MarshallingException;
import dev.entourage.spi.LongArray;
import dev.entourage.spi.Marshaller;
import dev.entourage.spi.NodeTable;
import dev.entourage.spi.NormalForm;
import dev.entourage.spi.SerializationBackend;
import dev.entourage.spi.Steps;
import dev.entourage.spi.TableEncoder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * What a backend must do that writes a {@link NodeTable}: keep each element, and believe no length.
 *
 * @since 0.1
 */
public abstract class TableContract {

  private static final NodeTable TABLE =
      new NodeTable(
          new String[] {"", "ö€😀", "\ud800 alone"},
          new int[] {0, -1, Integer.MAX_VALUE},
          new long[] {Long.MIN_VALUE, 0, Long.MAX_VALUE},
          new byte[][] {{}, {1, -2}},
          new Steps(new byte[] {7, 1, -2, 3, 7}, 1, 3));

  /** For subclasses. */
  protected TableContract() {}

  /**
   * Gives the backend to test.
   *
   * @return a backend whose marshaller is a {@link dev.entourage.spi.TableMarshaller}
   */
  protected abstract SerializationBackend backend();

  /**
   * Gives short bytes of this backend's that claim to hold gigabytes, or less than nothing: tables
   * without long arrays behind them.
   *
   * @return one for each place where a length is read
   */
  protected abstract List<byte[]> lies();

  @Test
  void keepsNumbersOfEverySize() {
    long[] values =
        LongStream.range(0, 64)
            .flatMap(bit -> LongStream.of(1L << bit, (1L << bit) - 1, -(1L << bit)))
            .toArray();
    int[] rows = LongStream.of(values).mapToInt(value -> (int) value).toArray();
    assertKept(new NodeTable(new String[0], rows, values, new byte[0][]));
  }

  @Test
  void keepsTextsAndBlobsOfEverySort() {
    String all =
        IntStream.rangeClosed(0, Character.MAX_VALUE)
            .collect(StringBuilder::new, (text, c) -> text.append((char) c), StringBuilder::append)
            .toString();
    String[] texts = {"", "ö", "€😀", "\ud800 alone", all, "x".repeat(3_000_000)};
    byte[][] blobs = {{}, {1, -2}, new byte[3_000_000]};
    assertKept(new NodeTable(texts, new int[0], new long[0], blobs));
    for (byte[] steps : blobs) {
      assertKept(new NodeTable(texts, new int[0], new long[0], blobs, Steps.of(steps)));
    }
  }

  @Test
  void keepsATableWithNothingInIt() {
    assertKept(new NodeTable(new String[0], new int[0], new long[0], new byte[0][]));
  }

  @Test
  void readsFromTheMiddleOfABuffer() {
    byte[] bytes = written();
    byte[] framed = new byte[bytes.length + 14];
    Arrays.fill(framed, (byte) 0x11);
    System.arraycopy(bytes, 0, framed, 7, bytes.length);
    assertSame(read(ByteBuffer.wrap(framed, 7, bytes.length)), TABLE);

    ByteBuffer direct = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
    assertSame(read(direct), TABLE);
    assertThat(direct.remaining()).isEqualTo(bytes.length);
  }

  @Test
  void refusesBytesThatEndTooEarlyOrTooLate() {
    byte[] bytes = written();
    for (int length = 0; length < bytes.length; length++) {
      assertDamaged(ByteBuffer.wrap(bytes, 0, length).slice());
      assertDamaged(ByteBuffer.wrap(Arrays.copyOf(bytes, length)));
    }
    for (int extra = Byte.MIN_VALUE; extra <= Byte.MAX_VALUE; extra++) {
      byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
      longer[bytes.length] = (byte) extra;
      assertDamaged(ByteBuffer.wrap(longer));
    }
  }

  @Test
  void makesNoRoomForWhatTheBytesDoNotHold() {
    assertThat(lies())
        .isNotEmpty()
        .allSatisfy(
            lie ->
                assertThatThrownBy(() -> read(withoutLongArrays(lie)))
                    .isInstanceOf(MarshallingException.class)
                    .hasMessageMatching("(?s).*(sizes=\\[|length=2147483647).*"));
  }

  /** Their number follows the table. */
  private static ByteBuffer withoutLongArrays(byte[] table) {
    return ByteBuffer.wrap(Arrays.copyOf(table, table.length + Integer.BYTES));
  }

  private void assertKept(NodeTable table) {
    assertSame(read(marshaller().write(table, type -> {})), table);
  }

  private void assertDamaged(ByteBuffer bytes) {
    assertThatThrownBy(() -> read(bytes)).isInstanceOf(MarshallingException.class);
  }

  private byte[] written() {
    ByteBuffer bytes = marshaller().write(TABLE, type -> {});
    byte[] copy = new byte[bytes.remaining()];
    bytes.get(copy);
    return copy;
  }

  private NodeTable read(ByteBuffer bytes) {
    return (NodeTable) marshaller().read(bytes);
  }

  /** Its normal form hands tables through. */
  private Marshaller marshaller() {
    return backend().marshaller(new AsItIs());
  }

  /** The table that is written is the graph. */
  private static final class AsItIs implements NormalForm {

    @Override
    public ByteBuffer encode(
        Object root, Consumer<Class<?>> seen, List<LongArray> longs, TableEncoder encoder)
        throws IOException {
      return encoder.encode((NodeTable) root);
    }

    @Override
    public Object graph(NodeTable table, List<ByteBuffer> longs) {
      return table;
    }
  }

  private static void assertSame(NodeTable actual, NodeTable expected) {
    assertThat(actual.texts()).isEqualTo(expected.texts());
    assertThat(actual.rows()).isEqualTo(expected.rows());
    assertThat(actual.values()).isEqualTo(expected.values());
    assertThat(actual.blobs()).isDeepEqualTo(expected.blobs());
    assertThat(bytes(actual.steps())).isEqualTo(bytes(expected.steps()));
  }

  private static byte[] bytes(Steps steps) {
    return Arrays.copyOfRange(steps.array(), steps.start(), steps.start() + steps.size());
  }
}
