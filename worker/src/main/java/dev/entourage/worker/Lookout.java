package dev.entourage.worker;

import java.io.IOException;

/** Looks for the next frame again and again instead of falling asleep. For who reads. */
final class Lookout {

  private final Intake intake;
  private final Patience patience;

  Lookout(Intake intake, Patience patience) {
    this.intake = intake;
    this.patience = patience;
  }

  /**
   * Returns null where no frame has come for too long, or there is only a part of one. Who has just
   * written knows that no answer is there yet, and begins with offering its processor.
   *
   * @param since when the wait began
   */
  byte[] look(byte[] prefix, long since) throws IOException {
    long before = intake.taken();
    Thread.yield();
    long back = System.nanoTime();
    byte[] frame = intake.poll(prefix);
    if (frame != null) {
      patience.came(back - since);
      return frame;
    }
    return isSilent(before) ? lookOn(prefix, since) : null;
  }

  private byte[] lookOn(byte[] prefix, long since) throws IOException {
    long before = intake.taken();
    byte[] frame;
    boolean again;
    do {
      if (!intake.box().comes()) {
        Thread.yield();
      }
      again = patience.looksAgain(since, System.nanoTime());
      frame = intake.poll(prefix);
    } while (again && frame == null && isSilent(before));
    if (frame != null) {
      patience.came(0);
    }
    return frame;
  }

  private boolean isSilent(long before) {
    return intake.taken() == before && !intake.hasEnded();
  }
}
