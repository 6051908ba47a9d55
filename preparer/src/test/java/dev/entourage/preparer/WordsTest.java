package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordsTest {

  private static final byte OTHER = 7;

  @Test
  void copiesEachLengthToEachPlaceAndLeavesAloneWhatIsFurtherAway() {
    Random random = new Random(3);
    for (int length = 0; length < 300; length++) {
      byte[] from = new byte[length];
      random.nextBytes(from);
      for (int at = 0; at < 9; at++) {
        byte[] to = filled(at + length + Words.BEYOND + 1);
        Words.copy(from, length, to, at);
        assertThat(Arrays.copyOfRange(to, at, at + length)).isEqualTo(from);
        assertThat(Arrays.copyOf(to, at)).isEqualTo(filled(at));
        assertThat(to[to.length - 1]).isEqualTo(OTHER);
      }
    }
  }

  private static byte[] filled(int size) {
    byte[] bytes = new byte[size];
    Arrays.fill(bytes, OTHER);
    return bytes;
  }

  @Test
  void copiesTheFirstBytesOfALongerArray() {
    byte[] to = new byte[3 + Words.BEYOND];
    Words.copy(new byte[] {1, 2, 3, 4, 5}, 3, to, 0);
    assertThat(Arrays.copyOf(to, 3)).containsExactly(1, 2, 3);
  }

  @Test
  void tellsApartWhatDiffersInOneByteAndLooksAtNoOther() {
    Random random = new Random(4);
    for (int length = 0; length < 100; length++) {
      byte[] one = new byte[length];
      random.nextBytes(one);
      for (int at = 0; at < 9; at++) {
        byte[] in = new byte[at + length + Words.BEYOND + 1];
        random.nextBytes(in);
        System.arraycopy(one, 0, in, at, length);
        assertThat(Words.same(one, length, in, at)).isTrue();
        for (int i = 0; i < length; i++) {
          in[at + i] ^= (byte) (1 << i % Byte.SIZE);
          assertThat(Words.same(one, length, in, at)).as("%d of %d", i, length).isFalse();
          in[at + i] ^= (byte) (1 << i % Byte.SIZE);
        }
      }
    }
  }

  @Test
  void copiesArraysOfEachPrimitiveAsTheirBytes() {
    Random random = new Random(5);
    for (char letter : "ZBCSIJFD".toCharArray()) {
      for (int elements = 0; elements < 40; elements++) {
        byte[] bytes = new byte[elements * (letter == 'Z' ? 1 : Primitives.width(letter))];
        random.nextBytes(bytes);
        Object array = ArrayBytes.array(letter, bytes);
        byte[] to = filled(3 + bytes.length + Words.BEYOND + 1);
        assertThat(Words.copy(array, bytes.length, to, 3)).isTrue();
        assertThat(Arrays.copyOfRange(to, 3, 3 + bytes.length)).isEqualTo(ArrayBytes.bytes(array));
        assertThat(Arrays.copyOf(to, 3)).isEqualTo(filled(3));
        assertThat(to[to.length - 1]).isEqualTo(OTHER);
      }
    }
  }
}
