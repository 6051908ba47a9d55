package dev.entourage.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class MayReadTest {

  private int levels;

  @Test
  void aThreadMayReadThatHasStack() {
    assertThat(MayRead.here()).isTrue();
  }

  @Test
  void aThreadMayNotReadAtTheEndOfItsStack() throws Exception {
    FutureTask<Boolean> deep = new FutureTask<>(this::descend);
    new Thread(null, deep, "deep", 1 << 20).start();
    assertThat(deep.get()).as("there is still some stack where it says no").isTrue();
    assertThat(levels).isPositive();
  }

  /** Goes on to where no stack is left for reading, and from there a bit deeper. */
  private boolean descend() {
    levels++;
    return MayRead.hasStack() ? descend() : deeper(100) == 100;
  }

  private int deeper(int more) {
    return more == 0 ? 0 : 1 + deeper(more - 1);
  }

  @Test
  void aVirtualThreadMayNotRead() throws Exception {
    assumeTrue(Runtime.version().feature() >= 21);
    FutureTask<Boolean> virtual = new FutureTask<>(MayRead::here);
    Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, virtual);
    assertThat(virtual.get()).isFalse();
  }
}
