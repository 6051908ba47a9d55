package dev.entourage.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class SpareFrameTest {

  private static final int LARGE = 3_000_000;
  private static final byte[] PREFIX = {7, 8};

  private static void give(byte[] frame) {
    SpareFrame.give(ByteBuffer.wrap(frame, 100, frame.length - 100).slice());
  }

  @Test
  void aFrameIsUsedOnceMoreForOneThatIsAsLong() {
    byte[] frame = new byte[LARGE];
    give(frame);
    assertThat(SpareFrame.take(PREFIX, LARGE)).isSameAs(frame).startsWith(PREFIX);
    assertThat(SpareFrame.take(PREFIX, LARGE)).isNotSameAs(frame).startsWith(PREFIX);
  }

  @Test
  void whatIsEncodedMayBeABitShorter() {
    byte[] frame = new byte[LARGE];
    give(frame);
    ByteBuffer memory = SpareFrame.memory(LARGE - 100);
    assertThat(memory.array()).isSameAs(frame);
    assertThat(memory.arrayOffset() + memory.position()).isZero();
    assertThat(SpareFrame.memory(LARGE - 100).array()).as("only once").isNotSameAs(frame);
  }

  @Test
  void whatIsEncodedNeverGetsTooLittleNorFarTooMuch() {
    for (int length : new int[] {LARGE + 1, LARGE / 2, 1000}) {
      byte[] frame = new byte[LARGE];
      give(frame);
      ByteBuffer memory = SpareFrame.memory(length);
      assertThat(memory.array()).hasSize(length).isNotSameAs(frame);
    }
  }

  @Test
  void noOtherGetsIt() {
    byte[] frame = new byte[LARGE];
    give(frame);
    assertThat(SpareFrame.take(PREFIX, LARGE - 1)).hasSize(LARGE - 1);
    assertThat(SpareFrame.take(PREFIX, LARGE)).isNotSameAs(frame);
  }

  @Test
  void smallOnesAreNotKept() {
    byte[] frame = new byte[1000];
    give(frame);
    assertThat(SpareFrame.take(PREFIX, 1000)).isNotSameAs(frame);
  }
}
