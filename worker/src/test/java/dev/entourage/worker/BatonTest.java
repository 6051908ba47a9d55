package dev.entourage.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BatonTest {

  private final Semaphore readers = new Semaphore(0);
  private final Baton baton = new Baton(readers::release);

  @Test
  void aShortTaskLeavesItsThreadReading() {
    long turn = baton.lend();
    assertThat(baton.takeBack(turn)).isTrue();
  }

  @Test
  void whileATaskGoesOnAnotherThreadReads() throws Exception {
    long turn = baton.lend();
    readers.acquire();
    assertThat(baton.takeBack(turn)).isFalse();
  }

  @Test
  void whoNeedsAnAnswerMakesAnotherThreadRead() throws Exception {
    long turn = baton.lend();
    baton.pass();
    readers.acquire();
    assertThat(baton.takeBack(turn)).isFalse();
  }

  @Test
  void nobodyElseReadsBetweenTasks() throws Exception {
    for (int i = 0; i < 100_000; i++) {
      long turn = baton.lend();
      if (!baton.takeBack(turn)) {
        // This thread had to wait too long. Now it is the other reader.
        readers.acquire();
      }
    }
    baton.pass();
    assertThat(readers.availablePermits()).isZero();
  }

  @Test
  void aTaskAfterALongRestIsWatched() throws Exception {
    while (!baton.isAsleep()) {
      Thread.onSpinWait();
    }
    baton.lend();
    readers.acquire();
  }
}
