package dev.entourage.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entourage.RemoteCallable;
import dev.entourage.preparer.NormalForms;
import dev.entourage.preparer.Preparer;
import dev.entourage.preparer.PreparerOptions;
import dev.entourage.preparer.Statics;
import dev.entourage.preparer.StaticsTarget;
import dev.entourage.spi.NormalForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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

  private static final ClassLoader LOADER = StaticsGateTest.class.getClassLoader();
  private static final NormalForm FORMS = NormalForms.over(LOADER, List.of(), List.of());

  private final Preparer driver =
      new Preparer(
          new PreparerOptions(
              false,
              Set.of(),
              Set.of(),
              Set.of(StaticsGateTest.class.getPackageName()),
              List.of(),
              List.of(),
              List.of()));
  private final List<Long> asked = new ArrayList<>();
  private final StaticsGate gate =
      new StaticsGate(
          new StaticsTarget(LOADER, FORMS, failure -> {}),
          (id, held) -> {
            asked.add(id);
            return driver.statics(id, held).orElseThrow();
          });
  private final ExecutorService threads = Executors.newFixedThreadPool(3);

  static final class Program {
    static int number;

    private Program() {}
  }

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  /** Driver and worker are one JVM here, so the driver's value is changed back. */
  private Statics wants(int number) {
    int before = Program.number;
    Program.number = number;
    RemoteCallable<Integer> task = () -> Program.number;
    Statics statics = driver.prepare(task).statics();
    Program.number = before;
    return statics;
  }

  /** Starts a task that runs, when this method returns, until a signal. */
  private Future<Integer> runUntil(CountDownLatch end, Statics statics) throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    Future<Integer> task =
        threads.submit(
            () ->
                gate.run(
                    statics.id(),
                    () -> {
                      running.countDown();
                      end.await();
                      return Program.number;
                    }));
    assertThat(running.await(30, TimeUnit.SECONDS)).isTrue();
    return task;
  }

  /** Starts a task that stands before the gate when this method returns. */
  private Future<Integer> waitForItsEnd(Statics statics) {
    Future<Integer> task = threads.submit(() -> gate.run(statics.id(), () -> Program.number));
    while (!gate.isAwaited()) {
      assertThat(task.isDone()).as("ran beside another").isFalse();
    }
    return task;
  }

  @Test // D36
  @Timeout(60)
  void setsNothingWhileATaskRuns() throws Exception {
    Statics one = wants(1);
    Statics two = wants(2);
    CountDownLatch go = new CountDownLatch(1);
    Future<Integer> first = runUntil(go, one);
    Future<Integer> second = waitForItsEnd(two);
    go.countDown();
    assertThat(first.get(30, TimeUnit.SECONDS)).isEqualTo(1);
    assertThat(second.get(30, TimeUnit.SECONDS)).isEqualTo(2);
  }

  @Test // E44
  @Timeout(60)
  void letsInWhatARunningTaskMayWaitForBeforeWhatWaitsForItsEnd() throws Exception {
    Statics one = wants(1);
    Statics two = wants(2);
    CountDownLatch childEnded = new CountDownLatch(1);
    Future<Integer> parent = runUntil(childEnded, one);
    Future<Integer> other = waitForItsEnd(two);
    Future<Integer> child = threads.submit(() -> gate.runNested(one.id(), () -> Program.number));
    assertThat(child.get(30, TimeUnit.SECONDS)).isEqualTo(1);
    childEnded.countDown();
    assertThat(parent.get(30, TimeUnit.SECONDS)).isEqualTo(1);
    assertThat(other.get(30, TimeUnit.SECONDS)).isEqualTo(2);
  }

  @Test // D36
  void leavesAloneWhatTheDriverHasNotChanged() throws Exception {
    Statics five = wants(5);
    assertThat(gate.run(five.id(), () -> Program.number++)).isEqualTo(5);
    assertThat(wants(5).id()).isEqualTo(five.id());
    assertThat(gate.run(five.id(), () -> Program.number)).isEqualTo(6);
    Statics seven = wants(7);
    assertThat(gate.run(seven.id(), () -> Program.number)).isEqualTo(7);
    Statics again = wants(5);
    assertThat(gate.run(again.id(), () -> Program.number)).as("changed back").isEqualTo(5);
    assertThat(gate.run(Statics.NONE, () -> Program.number++)).isEqualTo(5);
    assertThat(gate.run(again.id(), () -> Program.number)).isEqualTo(6);
    assertThat(asked).as("once each").containsExactly(five.id(), seven.id(), again.id());
  }
}
