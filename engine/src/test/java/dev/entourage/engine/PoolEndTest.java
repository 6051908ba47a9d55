package dev.entourage.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.CallOptions;
import dev.entourage.ConfigurationException;
import dev.entourage.TaskTimeoutException;
import dev.entourage.WorkerInfo;
import dev.entourage.WorkerLostException;
import dev.entourage.Workers;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PoolEndTest {

  @Test
  void finishesWhatWasSubmittedAndLeavesNoProcess() {
    List<CompletableFuture<Integer>> futures = new ArrayList<>();
    List<ProcessHandle> processes;
    try (Workers workers = open(2)) {
      long pid = workers.submit(() -> ProcessHandle.current().pid()).join();
      processes = handles(workers);
      assertThat(processes).anyMatch(process -> process.pid() == pid);
      for (int i = 0; i < 50; i++) {
        int x = i;
        futures.add(workers.submit(() -> x));
      }
    }
    assertThat(futures).allMatch(future -> future.isDone() && !future.isCompletedExceptionally());
    assertThat(processes).noneMatch(ProcessHandle::isAlive);
  }

  @Test
  void endsAllFuturesWhenItIsShutDown() {
    Workers workers = open(1);
    workers.submit(() -> 1).join();
    CompletableFuture<Integer> running = workers.submit(PoolEndTest::forever);
    CompletableFuture<Integer> waiting = workers.submit(() -> 2);
    List<ProcessHandle> processes = handles(workers);
    List<Runnable> unstarted = workers.shutdownNow();
    assertThat(unstarted).hasSize(1);
    assertThat(running).isCompletedExceptionally();
    assertThat(waiting).isCancelled();
    assertThat(processes).noneMatch(ProcessHandle::isAlive);
  }

  @Test
  void closesInWhatIsHungOnAFuture() {
    Workers workers = open(1);
    workers.submit(() -> 0).join();
    List<ProcessHandle> processes = handles(workers);
    CompletableFuture<Integer> other = workers.submit(() -> 2);
    workers.submit(() -> 1).thenAccept(one -> workers.close()).join();
    assertThat(other.join()).isEqualTo(2);
    assertThat(processes).noneMatch(ProcessHandle::isAlive);
  }

  private static final class Slow {

    static String file;

    static final class Init {

      static final int VALUE = value();

      /** Takes for ever the first time. */
      private static int value() {
        try {
          Files.createFile(Path.of(file));
          return forever();
        } catch (FileAlreadyExistsException e) {
          return 7;
        } catch (IOException | InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
    }

    static int value(String begun) {
      file = begun;
      return Init.VALUE;
    }
  }

  @Test // E41
  void leavesNoBrokenClassWhereATaskWasStoppedThatInitialisedIt(@TempDir Path folder) {
    String begun = folder.resolve("begun").toString();
    try (Workers workers = open(1)) {
      CompletableFuture<Integer> stopped = workers.submit(() -> Slow.value(begun));
      while (!Files.exists(Path.of(begun))) {
        Thread.onSpinWait();
      }
      stopped.cancel(true);
      assertThat(workers.submit(() -> Slow.value(begun)).join()).isEqualTo(7);
    }
  }

  @Test // E41
  void failsTheTaskOfAKilledWorkerWithItsSignal() {
    try (Workers workers = new PoolBuilder().transport("memory").processes(1).attempts(1).build()) {
      long pid = workers.submit(() -> ProcessHandle.current().pid()).join();
      CompletableFuture<Integer> running = workers.submit(PoolEndTest::forever);
      ProcessHandle.of(pid).orElseThrow().destroyForcibly();
      assertThatThrownBy(running::join)
          .isInstanceOf(CompletionException.class)
          .cause()
          .isInstanceOf(WorkerLostException.class)
          .hasMessageContaining("signal 9");
      assertThat(workers.submit(() -> 3).join()).isEqualTo(3);
    }
  }

  @Test // E41
  void endsAWorkerThatIsOutOfMemory() {
    try (Workers workers =
        new PoolBuilder().transport("memory").processes(1).jvmOptions("-Xmx48m").build()) {
      assertThatThrownBy(() -> workers.submit(() -> new long[1 << 28].length).join())
          .cause()
          .isInstanceOf(WorkerLostException.class)
          .hasMessageContaining("OutOfMemoryError");
      assertThat(workers.submit(() -> 3).join()).isEqualTo(3);
    }
  }

  @Test
  void interruptsATaskThatIsCancelledAndReusesItsWorker() {
    try (Workers workers = open(1)) {
      long before = workers.submit(() -> ProcessHandle.current().pid()).join();
      CompletableFuture<Integer> running = workers.submit(PoolEndTest::forever);
      running.cancel(true);
      long after = workers.submit(() -> ProcessHandle.current().pid()).join();
      assertThat(after).isEqualTo(before);
    }
  }

  @Test // E41
  void endsTheWorkerOfATaskThatNoInterruptStops() {
    try (Workers workers = open(1)) {
      long before = workers.submit(() -> ProcessHandle.current().pid()).join();
      CompletableFuture<Integer> spinning =
          workers.submit(
              PoolEndTest::spin, CallOptions.defaults().withTimeout(Duration.ofMillis(100)));
      assertThatThrownBy(spinning::join).cause().isInstanceOf(TaskTimeoutException.class);
      long after = workers.submit(() -> ProcessHandle.current().pid()).join();
      assertThat(after).isNotEqualTo(before);
    }
  }

  @Test // E41
  void reportsSystemExitWithItsCodeAndRunsItOnce() {
    try (Workers workers = open(1)) {
      assertThatThrownBy(() -> workers.run(() -> System.exit(3)).join())
          .cause()
          .isInstanceOfSatisfying(
              WorkerLostException.class,
              e -> assertThat(e.attempts()).singleElement().matches(a -> a.exitCode() == 3))
          .hasMessageContaining("System.exit");
      assertThat(workers.submit(() -> 3).join()).isEqualTo(3);
    }
  }

  private static int spin() {
    while (true) {
      Thread.onSpinWait();
    }
  }

  @Test
  void failsAllTasksWhenWorkersDoNotStart() {
    try (Workers workers =
        new PoolBuilder().transport("memory").processes(1).jvmOptions("-XX:+NoSuchFlag").build()) {
      assertThatThrownBy(() -> workers.submit(() -> 1).join())
          .cause()
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("NoSuchFlag");
    }
  }

  @Test
  void givesWorkersJustTheEnvironmentAskedFor() {
    try (Workers workers =
        new PoolBuilder()
            .transport("memory")
            .processes(1)
            .environment(Map.of("COLOUR", "green"))
            .build()) {
      assertThat(workers.submit(() -> System.getenv("COLOUR")).join()).isEqualTo("green");
      assertThat(workers.submit(() -> System.getenv("PATH")).join()).isNull();
    }
  }

  @Test
  void runsAsManyTasksAtOnceAsAWorkerHasSlots() {
    try (Workers workers = new PoolBuilder().transport("memory").processes(1).slots(2).build()) {
      // Each waits for the other: one after the other they would never end.
      CompletableFuture<Boolean> first = workers.submit(() -> Meeting.arrive());
      CompletableFuture<Boolean> second = workers.submit(() -> Meeting.arrive());
      assertThat(first.join() && second.join()).isTrue();
    }
  }

  static final class Meeting {
    private static final java.util.concurrent.CyclicBarrier BOTH =
        new java.util.concurrent.CyclicBarrier(2);

    private Meeting() {}

    static boolean arrive() throws Exception {
      BOTH.await();
      return true;
    }
  }

  private static int forever() throws InterruptedException {
    new java.util.concurrent.CountDownLatch(1).await();
    return 0;
  }

  private static Workers open(int processes) {
    return new PoolBuilder().transport("memory").processes(processes).build();
  }

  private static List<ProcessHandle> handles(Workers workers) {
    return workers.members().stream()
        .map(WorkerInfo::pid)
        .map(pid -> ProcessHandle.of(pid).orElseThrow())
        .toList();
  }
}
