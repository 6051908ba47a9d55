package dev.entourage.backend.fory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.MarshallingException;
import dev.entourage.spi.Marshaller;
import dev.entourage.spi.NodeTable;
import dev.entourage.spi.NormalForm;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ForyMarshallerTest {

  private final Marshaller marshaller = new ForyBackend().marshaller(tables());

  /** A normal form that hands tables through. */
  private static NormalForm tables() {
    return (NormalForm)
        Proxy.newProxyInstance(
            NormalForm.class.getClassLoader(),
            new Class<?>[] {NormalForm.class},
            (proxy, method, arguments) -> arguments[0]);
  }

  @Test
  void keepsNumbersOfEverySize() {
    long[] values =
        LongStream.range(0, 64)
            .flatMap(bit -> LongStream.of(1L << bit, (1L << bit) - 1, -(1L << bit)))
            .toArray();
    int[] rows = LongStream.of(values).mapToInt(value -> (int) value).toArray();
    assertSame(new NodeTable(new String[0], rows, values, new byte[0][]));
  }

  @Test
  void keepsTextsAndBlobsOfEverySort() {
    String all =
        IntStream.rangeClosed(0, Character.MAX_VALUE)
            .collect(StringBuilder::new, (text, c) -> text.append((char) c), StringBuilder::append)
            .toString();
    String[] texts = {"", "ö", "€😀", "\ud800 alone", all, "x".repeat(3_000_000)};
    byte[][] blobs = {{}, {1, -2}, new byte[3_000_000]};
    assertSame(new NodeTable(texts, new int[0], new long[0], blobs));
  }

  private void assertSame(NodeTable table) {
    NodeTable back = (NodeTable) marshaller.read(marshaller.write(table, type -> {}));
    assertThat(back.texts()).isEqualTo(table.texts());
    assertThat(back.rows()).isEqualTo(table.rows());
    assertThat(back.values()).isEqualTo(table.values());
    assertThat(back.blobs()).isDeepEqualTo(table.blobs());
  }

  /** Two gigabytes in a blob, two in the rows, and less than nothing. */
  static byte[][] lies() {
    return new byte[][] {
      {0, 0, 0, 1, -1, -1, -1, -1, 7, 0, 0},
      {0, -1, -1, -1, -1, 7, 0, 0, 0},
      {0, 0, 0, 1, -1, -1, -1, -1, 15, 0, 0}
    };
  }

  @ParameterizedTest
  @MethodSource("lies")
  void makesNoRoomForWhatTheBytesDoNotHold(byte[] bytes) {
    assertThatThrownBy(() -> marshaller.read(ByteBuffer.wrap(bytes)))
        .isInstanceOf(MarshallingException.class)
        .hasMessageContaining("sizes=[");
  }
}
