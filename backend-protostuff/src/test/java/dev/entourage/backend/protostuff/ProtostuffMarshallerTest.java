package dev.entourage.backend.protostuff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.MarshallingException;
import dev.entourage.spi.Marshaller;
import dev.entourage.spi.NodeTable;
import dev.entourage.spi.NormalForm;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ProtostuffMarshallerTest {

  private static final NodeTable TABLE =
      new NodeTable(
          new String[] {"", "ö€😀", "\ud800 alone"},
          new int[] {0, -1, Integer.MAX_VALUE},
          new long[] {Long.MIN_VALUE, 0, Long.MAX_VALUE},
          new byte[][] {{}, {1, -2}});

  private final Marshaller marshaller = new ProtostuffBackend().marshaller(tables());

  /** A normal form that hands tables through. */
  private static NormalForm tables() {
    return (NormalForm)
        Proxy.newProxyInstance(
            NormalForm.class.getClassLoader(),
            new Class<?>[] {NormalForm.class},
            (proxy, method, arguments) -> arguments[0]);
  }

  private NodeTable again(NodeTable table) {
    return (NodeTable) marshaller.read(marshaller.write(table, type -> {}));
  }

  private static void assertSame(NodeTable actual, NodeTable expected) {
    assertThat(actual.texts()).isEqualTo(expected.texts());
    assertThat(actual.rows()).isEqualTo(expected.rows());
    assertThat(actual.values()).isEqualTo(expected.values());
    assertThat(actual.blobs()).isDeepEqualTo(expected.blobs());
  }

  @Test
  void keepsEveryElementOfATable() {
    assertSame(again(TABLE), TABLE);
    NodeTable empty = new NodeTable(new String[0], new int[0], new long[0], new byte[0][]);
    assertSame(again(empty), empty);
  }

  @Test
  void readsFromTheMiddleOfABuffer() {
    byte[] bytes = marshaller.write(TABLE, type -> {}).array();
    byte[] framed = new byte[bytes.length + 14];
    Arrays.fill(framed, (byte) 0x11);
    System.arraycopy(bytes, 0, framed, 7, bytes.length);

    assertSame((NodeTable) marshaller.read(ByteBuffer.wrap(framed, 7, bytes.length)), TABLE);
    ByteBuffer direct = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
    assertSame((NodeTable) marshaller.read(direct), TABLE);
    assertThat(direct.remaining()).isEqualTo(bytes.length);
  }

  @Test
  void refusesBytesThatEndTooEarlyOrTooLate() {
    byte[] bytes = marshaller.write(TABLE, type -> {}).array();
    for (int length = 0; length < bytes.length; length++) {
      ByteBuffer cut = ByteBuffer.wrap(bytes, 0, length).slice();
      assertThatThrownBy(() -> marshaller.read(cut)).isInstanceOf(MarshallingException.class);
      ByteBuffer alone = ByteBuffer.wrap(Arrays.copyOf(bytes, length));
      assertThatThrownBy(() -> marshaller.read(alone)).isInstanceOf(MarshallingException.class);
    }
    for (byte extra = Byte.MIN_VALUE; extra < Byte.MAX_VALUE; extra++) {
      byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
      longer[bytes.length] = extra;
      assertThatThrownBy(() -> marshaller.read(ByteBuffer.wrap(longer)))
          .isInstanceOf(MarshallingException.class);
    }
  }

  @Test
  void allocatesNothingForALengthThatTheBytesDoNotHold() {
    byte[] twoGigabytes = {8, 0, 8, 0, 8, 0, 8, 1, 6 << 3 | 2, -1, -1, -1, -1, 7, 0, 0};
    byte[] manyRows = {8, 0, 8, -1, -1, -1, -1, 7, 8, 0, 8, 0};

    assertThatThrownBy(() -> marshaller.read(ByteBuffer.wrap(twoGigabytes)))
        .isInstanceOf(MarshallingException.class)
        .hasMessageContaining("length=2147483647");
    assertThatThrownBy(() -> marshaller.read(ByteBuffer.wrap(manyRows)))
        .isInstanceOf(MarshallingException.class)
        .hasMessageContaining("sizes=[0, 2147483647, 0, 0]");
  }
}
