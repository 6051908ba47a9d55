package dev.entourage.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entourage.preparer.StaticValue;
import dev.entourage.preparer.TaskWithStatics;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Static fields are set between tasks, and only when their driver has changed them. */
class StaticsGateTest {

  private final StaticsGate gate =
      new StaticsGate(StaticsGateTest.class.getClassLoader(), new FirstCauses());
  private final ExecutorService threads = Executors.newFixedThreadPool(2);

  static final class Program {
    static int number;

    private Program() {}
  }

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  private static TaskWithStatics wants(int number) {
    StaticValue value =
        new StaticValue(Program.class.getName(), "number", "mark " + number, number);
    return new TaskWithStatics("task", List.of(value), false);
  }

  @Test // D36
  @Timeout(60)
  void setsNothingWhileATaskRuns() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    Future<Integer> first =
        threads.submit(
            () ->
                gate.run(
                    wants(1),
                    () -> {
                      running.countDown();
                      go.await();
                      return Program.number;
                    }));
    assertThat(running.await(30, TimeUnit.SECONDS)).isTrue();
    Future<Integer> second = threads.submit(() -> gate.run(wants(2), () -> Program.number));
    while (!gate.isAwaited()) {
      Thread.onSpinWait();
    }
    assertThat(second.isDone()).isFalse();
    go.countDown();
    assertThat(first.get(30, TimeUnit.SECONDS)).isEqualTo(1);
    assertThat(second.get(30, TimeUnit.SECONDS)).isEqualTo(2);
  }

  @Test // D36
  void leavesAloneWhatTheDriverHasNotChanged() throws Exception {
    assertThat(gate.run(wants(5), () -> Program.number++)).isEqualTo(5);
    assertThat(gate.run(wants(5), () -> Program.number)).isEqualTo(6);
    assertThat(gate.run(wants(7), () -> Program.number)).isEqualTo(7);
    assertThat(gate.run(wants(5), () -> Program.number)).isEqualTo(5);
  }
}
