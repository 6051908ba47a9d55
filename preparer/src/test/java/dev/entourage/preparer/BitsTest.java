package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Array;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BitsTest {

  static Stream<Object> arrays() {
    return Stream.of(
        new boolean[] {true, false, true},
        new byte[] {1, 0, -1},
        new char[] {'a', 0, '\uffff'},
        new short[] {1, 0, Short.MIN_VALUE},
        new int[] {1, 0, Integer.MIN_VALUE},
        new long[] {1, 0, Long.MIN_VALUE},
        new float[] {1, 0.0f, Float.NaN},
        new double[] {1, 0.0, Double.NaN});
  }

  /** The element in the middle is nought, so its sign is the smallest change there is. */
  private static Object other(Class<?> type) {
    if (type == boolean.class) {
      return true;
    }
    if (type == float.class) {
      return -0.0f;
    }
    if (type == double.class) {
      return -0.0;
    }
    return Bits.boxed(Bits.letter(type), 1);
  }

  @ParameterizedTest
  @MethodSource("arrays")
  void arraysAreTheSameUntilABitChanges(Object array) {
    byte[] bytes = ArrayBytes.bytes(array);
    assertThat(ArrayBytes.same(array, bytes)).isTrue();
    char letter = Bits.letter(array.getClass().getComponentType());
    assertThat(ArrayBytes.same(ArrayBytes.array(letter, bytes), bytes)).isTrue();
    assertThat(ArrayBytes.same(Array.newInstance(array.getClass().getComponentType(), 2), bytes))
        .isFalse();
    Array.set(array, 1, other(array.getClass().getComponentType()));
    assertThat(ArrayBytes.same(array, bytes)).isFalse();
  }
}
