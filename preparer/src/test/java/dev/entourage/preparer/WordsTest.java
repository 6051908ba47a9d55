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
}
