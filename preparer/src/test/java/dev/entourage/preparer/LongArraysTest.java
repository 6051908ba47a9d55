package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.MarshallingException;
import dev.entourage.spi.NodeTable;
import dev.entourage.spi.TableMarshaller;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Long arrays of primitives travel behind the table, and no backend sees them. */
class LongArraysTest {

  /** The bytes that went through the backend last. */
  private int table;

  private final TableMarshaller marshaller =
      new TableMarshaller(NormalForms.over(getClass().getClassLoader(), List.of(), List.of())) {
        @Override
        protected ByteBuffer encode(NodeTable of) {
          TableBytes.Out out = new TableBytes.Out();
          TableBytes.write(of, out);
          out.blob(Tables.bytes(of.steps()));
          table = out.size();
          return out.toBuffer();
        }

        @Override
        protected NodeTable decode(byte[] bytes, int offset, int length) {
          ByteBuffer in = ByteBuffer.wrap(bytes, offset, length);
          NodeTable read = TableBytes.read(in);
          byte[] steps = new byte[TableBytes.length(in, 1)];
          in.get(steps);
          if (in.hasRemaining()) {
            throw damaged("there is something behind their end");
          }
          return Tables.with(read, steps);
        }
      };

  private ByteBuffer write(Object root) {
    return marshaller.write(root, type -> {});
  }

  private static Object random(Class<?> component, int length) {
    Object array = Array.newInstance(component, length);
    Random random = new Random(length);
    for (int i = 0; i < length; i++) {
      Array.set(array, i, Bits.boxed(Bits.letter(component), random.nextLong()));
    }
    return array;
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        boolean.class, byte.class, char.class, short.class,
        int.class, long.class, float.class, double.class
      })
  void keepsArraysOfEveryLength(Class<?> component) {
    Object[] all = new Object[12];
    for (int i = 0; i < all.length; i++) {
      all[i] = random(component, new int[] {0, 1, 127, 128, 129, 1024, 1025, 50_000}[i % 8]);
    }
    all[8] = all[7];
    Object[] copy = (Object[]) marshaller.read(write(all));
    assertThat(Arrays.deepEquals(copy, all)).isTrue();
    assertThat(copy[8]).isSameAs(copy[7]);
    assertThat(table).isLessThan(component == boolean.class ? 60_000 : 15_000);
  }

  @Test
  void keepsThemInAGraphWithACycle() {
    Object[] cycle = {random(double.class, 5_000), null, random(int.class, 5_000)};
    cycle[1] = cycle;
    Object[] copy = (Object[]) marshaller.read(write(cycle));
    assertThat(copy[0]).isEqualTo(cycle[0]);
    assertThat(copy[1]).isSameAs(copy);
    assertThat(copy[2]).isEqualTo(cycle[2]);
  }

  @Test
  void aCallerMayChangeAnArrayOnceItIsWritten() {
    double[] array = (double[]) random(double.class, 5_000);
    double[] before = array.clone();
    ByteBuffer bytes = write(array);
    Arrays.fill(array, 0);
    assertThat(marshaller.read(bytes)).isEqualTo(before);
  }

  @Test
  void readsOrRefusesWhatIsDamaged() {
    ByteBuffer good = write(new Object[] {new long[2_000], new int[3_000], new byte[1_500]});
    byte[] all = Arrays.copyOf(good.array(), good.limit());
    Random random = new Random(5);
    int refused = 0;
    for (int i = 0; i < 3_000; i++) {
      byte[] bytes = all.clone();
      int at = bytes.length - 1 - random.nextInt(16); // The lengths and their number.
      bytes[at] = random.nextBoolean() ? (byte) random.nextInt() : (byte) (bytes[at] ^ 1);
      try {
        marshaller.read(ByteBuffer.wrap(bytes));
      } catch (MarshallingException e) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(2_000);
  }

  @Test
  void believesNoLength() {
    byte[] small = new byte[20];
    for (int count : new int[] {Integer.MAX_VALUE, -1, 5}) {
      ByteBuffer bytes = ByteBuffer.wrap(small.clone()).putInt(16, count);
      assertThatThrownBy(() -> marshaller.read(bytes))
          .isInstanceOf(MarshallingException.class)
          .hasMessageContaining("long arrays=" + count);
    }
    ByteBuffer bytes = ByteBuffer.wrap(small).putInt(16, 1).putInt(12, Integer.MAX_VALUE);
    assertThatThrownBy(() -> marshaller.read(bytes))
        .isInstanceOf(MarshallingException.class)
        .hasMessageContaining("length=2147483647 left=12");
    assertThatThrownBy(() -> marshaller.read(ByteBuffer.allocate(3)))
        .isInstanceOf(MarshallingException.class);
  }
}
