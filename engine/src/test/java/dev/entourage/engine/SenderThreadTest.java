package dev.entourage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SenderThreadTest {

  private final Queue<Runnable> passedOn = new ArrayDeque<>();
  private final SenderThread executor = new SenderThread(passedOn::add);

  @Test
  void runsATaskOnTheThreadThatHandsItOver() {
    List<Thread> threads = new ArrayList<>();
    executor.execute(() -> threads.add(Thread.currentThread()));

    assertThat(threads).containsExactly(Thread.currentThread());
  }

  @Test
  void aTaskThatHandsOverAnotherEndsFirst() {
    List<String> order = new ArrayList<>();
    executor.execute(
        () -> {
          executor.execute(() -> order.add("inner"));
          order.add("outer");
        });

    assertThat(order).containsExactly("outer", "inner");
  }

  @Test
  void neverRunsTwoTasksAtOnceAndLosesNone() throws Exception {
    SenderThread shared = new SenderThread(task -> new Thread(task).start());
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    int[] counts = new int[1];
    int each = 20_000;
    CountDownLatch done = new CountDownLatch(4 * each);
    for (int i = 0; i < 4; i++) {
      new Thread(
              () -> {
                for (int j = 0; j < each; j++) {
                  shared.execute(
                      () -> {
                        most.accumulateAndGet(running.incrementAndGet(), Math::max);
                        counts[0]++;
                        running.decrementAndGet();
                        done.countDown();
                      });
                }
              })
          .start();
    }
    done.await();

    assertThat(counts[0]).isEqualTo(4 * each);
    assertThat(most).hasValue(1);
  }

  @Test
  void aThreadThatMeetsTooManyTasksPassesTheRestOn() {
    AtomicInteger ran = new AtomicInteger();
    executor.execute(
        () -> {
          for (int i = 0; i < 1_000; i++) {
            executor.execute(ran::incrementAndGet);
          }
        });
    assertThat(ran.get()).isBetween(1, 300);
    while (!passedOn.isEmpty()) {
      passedOn.remove().run();
    }

    assertThat(ran).hasValue(1_000);
  }

  @Test
  void aTaskThatThrowsDoesNotStopTheOthers() {
    AtomicInteger ran = new AtomicInteger();
    executor.execute(
        () -> {
          executor.execute(ran::incrementAndGet);
          throw new IllegalStateException("mine");
        });
    executor.execute(ran::incrementAndGet);

    assertThat(ran).hasValue(2);
  }
}
