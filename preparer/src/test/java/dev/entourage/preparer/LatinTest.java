package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LatinTest {

  private static final int AT = 3;

  @Test
  void copiesTextsOfEachLengthAsTheJdkDoes() {
    Random random = new Random(1);
    for (int length = 0; length < 200; length++) {
      String text =
          random
              .ints(length, 0, 256)
              .collect(StringBuilder::new, (to, c) -> to.append((char) c), StringBuilder::append)
              .toString();
      byte[] copied = new byte[AT + length + Words.BEYOND];
      byte[] expected = new byte[AT + length];
      Latin.copy(text, length, copied, AT);
      Latin.copyByMethod(text, length, expected, AT);
      assertThat(Arrays.copyOf(copied, AT + length)).isEqualTo(expected);
    }
  }

  @Test
  void knowsTextsOfEachLengthAgain() {
    for (int length = 0; length < 100; length++) {
      String text = "\u00e4".repeat(length);
      byte[] copied = new byte[AT + length + Words.BEYOND];
      Latin.copy(text, length, copied, AT);
      assertThat(Latin.same(text, length, copied, AT)).isTrue();
      for (int i = 0; i < length; i++) {
        copied[AT + i]++;
        assertThat(Latin.same(text, length, copied, AT)).isFalse();
        copied[AT + i]--;
      }
    }
  }

  @Test
  void knowsHashesBeforeAndAfterTextsDo() {
    for (String each : new String[] {"", "a", "\u20ac", "\0", "a longer text", "f5a5a608"}) {
      String text = new String(each.toCharArray());
      assertThat(Latin.hash(text)).isEqualTo(each.hashCode());
      assertThat(text.hashCode()).isEqualTo(each.hashCode());
      assertThat(Latin.hash(text)).isEqualTo(each.hashCode());
    }
  }
}
