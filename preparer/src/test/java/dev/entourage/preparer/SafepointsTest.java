package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SafepointsTest {

  @Test
  void eachHaltOfAllThreadsIsCounted() {
    System.gc();
    long before = Safepoints.count();
    assertThat(before).isPositive();
    System.gc();
    assertThat(Safepoints.count()).isGreaterThan(before);
  }
}
