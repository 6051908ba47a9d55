package dev.entourage.worker;

import static dev.entourage.worker.Patience.BRIEF;
import static dev.entourage.worker.Patience.GOOD;
import static dev.entourage.worker.Patience.LONG;
import static dev.entourage.worker.Patience.LONG_REST;
import static dev.entourage.worker.Patience.MANY;
import static dev.entourage.worker.Patience.REST;
import static dev.entourage.worker.Patience.SHARED;
import static dev.entourage.worker.Patience.SHORT;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PatienceTest {

  private final Patience patience = new Patience(true);

  @Test
  void whoHasNeverWaitedSleeps() {
    assertThat(patience.looks(0)).isFalse();
  }

  @Test
  void looksWhileFramesFollowEachOtherClosely() {
    patience.ended(0, SHORT - 1);
    assertThat(patience.looks(SHORT)).isTrue();
    patience.ended(SHORT, 2 * SHORT);
    assertThat(patience.looks(2 * SHORT)).as("after a long wait").isFalse();
  }

  @Test
  void looksForAMomentOnly() {
    patience.ended(0, 1);
    assertThat(patience.looksAgain(10, 9 + BRIEF)).isTrue();
    assertThat(patience.looksAgain(10, 10 + BRIEF)).isFalse();
  }

  @Test
  void sleepsForLongerThanItHasLost() {
    assertThat(restAfter(BRIEF)).isEqualTo(REST * BRIEF);
    assertThat(restAfter(BRIEF)).as("again").isEqualTo(REST * BRIEF);
  }

  @Test
  void sleepsForLongWhereOthersKeepTheProcessor() {
    assertThat(restAfter(LONG)).isEqualTo(REST * LONG);
    assertThat(restAfter(LONG)).as("again").isEqualTo(2 * REST * LONG);
    assertThat(restAfter(LONG)).isEqualTo(4 * REST * LONG);
    for (int i = 0; i < 10; i++) {
      restAfter(LONG);
    }
    assertThat(restAfter(LONG)).isEqualTo(LONG_REST * LONG);
  }

  @Test
  void forgetsWhatItLostBeforeManyFrames() {
    restAfter(LONG);
    for (int i = 0; i < GOOD; i++) {
      patience.ended(0, 1);
    }
    assertThat(restAfter(LONG)).isEqualTo(REST * LONG);
  }

  @Test
  void sleepsOnceWhereItsProcessorIsWithTheSenderAgainAndAgain() {
    patience.ended(0, 1);
    assertThat(framesUntilItSleeps(SHARED + 1)).isEqualTo(MANY);
    assertThat(patience.looks(1)).as("the next time").isTrue();
    assertThat(framesUntilItSleeps(SHARED + 1)).as("where it didn't help").isEqualTo(4 * MANY);
    for (int i = 0; i < 5; i++) {
      framesUntilItSleeps(SHARED + 1);
    }
    assertThat(framesUntilItSleeps(SHARED + 1)).isEqualTo(Patience.MOST);
    patience.came(SHARED);
    assertThat(framesUntilItSleeps(SHARED + 1)).as("after both had one").isEqualTo(MANY);
    assertThat(framesUntilItSleeps(SHARED)).as("each has one").isEqualTo(2 * Patience.MOST);
  }

  private int framesUntilItSleeps(long offered) {
    int frames = 0;
    while (patience.looks(1) && frames < 2 * Patience.MOST) {
      patience.came(offered);
      frames++;
    }
    return frames;
  }

  @Test
  void neverLooksOnTheOnlyProcessor() {
    Patience alone = new Patience(false);
    alone.ended(0, 1);
    assertThat(alone.looks(1)).isFalse();
  }

  /** How long it sleeps each time, after it has looked in vain for so long. */
  private long restAfter(long lost) {
    patience.ended(0, 1);
    assertThat(patience.looksAgain(-lost, 0)).isFalse();
    long rest = 0;
    while (!patience.looks(rest)) {
      rest += BRIEF;
    }
    return rest;
  }
}
