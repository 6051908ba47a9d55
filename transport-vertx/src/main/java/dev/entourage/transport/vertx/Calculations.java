package dev.entourage.transport.vertx;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Agreements on keys and signatures: each takes milliseconds, which no event loop has. Not many at
 * once, or strangers could keep a machine busy.
 */
final class Calculations {

  static final int MAX = 16;

  private final ClusterBus bus;
  private int running;

  Calculations(ClusterBus bus) {
    this.bus = bus;
  }

  /**
   * Calculates on another thread.
   *
   * @param then gets the result, on the context that calls this
   * @param refused is told otherwise, there too
   */
  <T> void run(Callable<T> work, Consumer<T> then, Consumer<Refusal> refused) {
    if (running >= MAX) {
      refused.accept(Refusal.TOO_MANY);
      return;
    }
    running++;
    bus.offLoop(work)
        .onComplete(
            done -> {
              running--;
              if (done.succeeded()) {
                then.accept(done.result());
              } else {
                refused.accept(refusal(done.cause()));
              }
            });
  }

  private static Refusal refusal(Throwable failure) {
    return failure instanceof RefusedException refused ? refused.refusal() : Refusal.MALFORMED;
  }
}
