package dev.entourage.integration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Issue 5: a stream of an endless source needs constant memory on both sides. */
class StreamIT {

  /** Of 20 KB each, out and back, ordered and not, in JVMs of 64 MB. */
  private static final int ITEMS = 4_000;

  @Test
  void moreBytesThanAnyJvmHasRoomFor() {
    DriverRun run =
        DriverProgram.script(
                Jdks.running(), Product.driver("SoakDriver"), "bulk", Integer.toString(ITEMS), "0")
            .withOptions("-Xmx64m")
            .run();
    run.assertEndedWell();
    assertThat(run.fact("done")).isEqualTo(Integer.toString(ITEMS));
  }
}
