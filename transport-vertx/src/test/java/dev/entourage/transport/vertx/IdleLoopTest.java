package dev.entourage.transport.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class IdleLoopTest {

  @Test
  @Timeout(60)
  void waitsInJavaWhileNoPoolIsOpen() throws Exception {
    Vertx vertx = Vertx.vertx(QuietVertx.options());
    Context context = vertx.getOrCreateContext();
    IdleLoop idle = new IdleLoop(context);
    idle.enter();
    idle.enter();
    idle.leave();
    Thread loop = runOn(context).get(10, TimeUnit.SECONDS);
    idle.leave();
    // One that asks the system for events is runnable to Java, for ever.
    while (loop.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    CompletableFuture<Thread> next = runOn(context);
    assertThat(next).isNotDone();
    idle.enter();
    assertThat(next.get(10, TimeUnit.SECONDS)).isEqualTo(loop);
    vertx.close();
  }

  private static CompletableFuture<Thread> runOn(Context context) {
    CompletableFuture<Thread> ran = new CompletableFuture<>();
    context.runOnContext(ignored -> ran.complete(Thread.currentThread()));
    return ran;
  }
}
