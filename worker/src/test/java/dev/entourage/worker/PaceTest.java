package dev.entourage.worker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {

  private static final long MILLI = 1_000_000;

  private final Pace pace = new Pace(MILLI, 5 * MILLI);

  @Test
  void looksAreRareWhileOneTurnFollowsTheOther() {
    assertThat(pace.after(10)).isEqualTo(2 * MILLI);
    assertThat(pace.after(20)).isEqualTo(4 * MILLI);
    assertThat(pace.after(40)).isEqualTo(5 * MILLI);
    assertThat(pace.after(50)).isEqualTo(5 * MILLI);
  }

  @Test
  void looksAreFrequentOnceTurnsTakeLonger() {
    pace.after(10);
    pace.after(20);
    assertThat(pace.after(15)).as("15 in 4 ms").isEqualTo(MILLI);
    assertThat(pace.after(0)).isEqualTo(MILLI);
  }
}
