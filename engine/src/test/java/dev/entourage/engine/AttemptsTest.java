package dev.entourage.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.CallOptions;
import dev.entourage.RemoteTaskException;
import dev.entourage.TaskTimeoutException;
import dev.entourage.WorkerLostException;
import dev.entourage.WorkerLostException.Attempt;
import dev.entourage.Workers;
import dev.entourage.worker.BusMessage.WorkerLost;
import dev.entourage.worker.LinkMessage.Begun;
import dev.entourage.worker.LinkMessage.Exiting;
import dev.entourage.worker.LinkMessage.Failure;
import dev.entourage.worker.LinkMessage.Parcel;
import dev.entourage.worker.LinkMessage.Thrown;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What runs again when a worker ends, what doesn't, and who is to blame. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AttemptsTest {

  private static final CallOptions SOON = CallOptions.defaults().withTimeout(Duration.ofMillis(20));

  private final FakeHost host = new FakeHost("kryo");
  private Workers workers;

  @AfterEach
  void close() {
    workers.shutdownNow();
  }

  @Test // E42
  void runsATaskAgainAndGivesItUpAfterThreeWorkers() throws InterruptedException {
    open(1);
    CompletableFuture<Integer> task = workers.submit(() -> 1);
    for (int i = 1; i <= 3; i++) {
      assertThat(task).isNotDone();
      assertThat(host.parcel().attempt()).isEqualTo(i);
      host.die("w" + i);
    }
    assertThatThrownBy(task::join)
        .cause()
        .isInstanceOfSatisfying(
            WorkerLostException.class,
            e ->
                assertThat(e.attempts())
                    .extracting(Attempt::worker)
                    .containsExactly("w1", "w2", "w3"))
        .hasMessageContaining("attempts=3")
        .hasMessageContaining("signal 9")
        .hasMessageContaining("last words of w2");
  }

  /** A StackOverflowError has no words of its own. */
  @Test
  void endsAMessageWithTheTypeWhereThereAreNoWords() throws InterruptedException {
    open(1);
    CompletableFuture<Integer> task = workers.submit(() -> 1);
    Parcel parcel = host.parcel();
    Failure silent = new Failure("user.Oops", "", "user.Oops\n\tat user.Code");
    host.reply("w1", new Thrown(parcel.task(), parcel.attempt(), silent, Optional.empty()));
    assertThatThrownBy(task::join).cause().message().endsWith("user.Oops");
  }

  @Test
  void saysWhatToDoWhenTheMemoryWasFull() throws InterruptedException {
    open(1);
    CompletableFuture<Integer> task =
        workers.submit(() -> 1, CallOptions.defaults().withAttempts(1));
    host.parcel();
    String last = "Terminating due to java.lang.OutOfMemoryError: Java heap space";
    host.tell(new WorkerLost("w1", 4711, 3, List.of(last)));
    assertThatThrownBy(task::join).cause().hasMessageContaining("jvmOptions(\"-Xmx");
  }

  @Test
  void dropsAReplyToAnAttemptThatIsOver() throws InterruptedException {
    open(2);
    CompletableFuture<Integer> task = workers.submit(() -> 1);
    Parcel first = host.parcel();
    host.die("w1");
    Parcel second = host.parcel();
    host.reply("w2", oops(first));
    assertThat(task).isNotDone();
    host.reply("w2", oops(second));
    assertThatThrownBy(task::join).cause().isInstanceOf(RemoteTaskException.class);
  }

  @Test // E42
  void blamesNoNeighbourAndRunsEachByItself() throws InterruptedException {
    workers = builder(1).slots(2).attempts(2).build();
    CompletableFuture<Integer> poison = workers.submit(() -> 1);
    CompletableFuture<Integer> neighbour = workers.submit(() -> 2);
    host.parcel();
    host.parcel();
    host.die("w1");
    Parcel alone = host.parcel();
    assertThat(alone.attempt()).isEqualTo(2);
    assertThat(host.hasParcel()).as("its neighbour is sent, too").isFalse();
    host.die("w2");
    Parcel other = host.parcel();
    assertThat(other.attempt()).isEqualTo(2);
    host.reply("w3", oops(other));
    assertThat(List.of(poison, neighbour))
        .allSatisfy(future -> assertThatThrownBy(future::join).isNotNull());
    assertThat(List.of(poison, neighbour))
        .filteredOn(future -> failure(future) instanceof WorkerLostException)
        .as("given up")
        .hasSize(1);
  }

  @Test // E41
  void reportsSystemExitAndRunsItsNeighbourAgain() throws InterruptedException {
    workers = builder(1).slots(2).build();
    CompletableFuture<Integer> exit = workers.submit(() -> 1);
    Parcel parcel = host.parcel();
    CompletableFuture<Integer> neighbour = workers.submit(() -> 2);
    Parcel other = host.parcel();
    host.reply("w1", new Exiting(parcel.task(), parcel.attempt()));
    host.die("w1");
    assertThatThrownBy(exit::join)
        .cause()
        .isInstanceOf(WorkerLostException.class)
        .hasMessageContaining("System.exit");
    Parcel again = host.parcel();
    assertThat(again.task()).isEqualTo(other.task());
    host.reply("w2", oops(again));
    assertThat(failure(neighbour)).isInstanceOf(RemoteTaskException.class);
  }

  @Test // E41
  void interruptsATaskOfWhichTheTimeIsOverThenEndsItsWorker() throws InterruptedException {
    workers = builder(1).slots(2).build();
    CompletableFuture<Integer> late = workers.submit(() -> 1, SOON);
    Parcel parcel = host.parcel();
    CompletableFuture<Integer> neighbour = workers.submit(() -> 2);
    Parcel other = host.parcel();
    assertThat(parcel.timed()).isTrue();
    assertThat(other.timed()).isFalse();
    assertThat(late).isNotDone();
    host.reply("w1", new Begun(parcel.task(), parcel.attempt()));
    assertThat(failure(late)).isInstanceOf(TaskTimeoutException.class).hasMessageContaining("0.02");
    assertThat(host.cancel().task()).isEqualTo(parcel.task());
    assertThat(host.kill()).isEqualTo("w1");
    Parcel again = host.parcel();
    assertThat(again.task()).isEqualTo(other.task());
    host.reply("w2", oops(again));
    assertThat(failure(neighbour)).isInstanceOf(RemoteTaskException.class);
  }

  @Test
  void leavesAWorkerAloneWhoseTaskEndsWhenItIsInterrupted() throws InterruptedException {
    open(1);
    CompletableFuture<Integer> task = workers.submit(() -> 1);
    Parcel parcel = host.parcel();
    task.cancel(true);
    assertThat(host.cancel().task()).isEqualTo(parcel.task());
    host.reply("w1", oops(parcel));
    workers.submit(() -> 2);
    assertThat(host.parcel().task()).isNotEqualTo(parcel.task());
    assertThat(workers.members()).singleElement().matches(worker -> worker.tasks() == 1);
  }

  @Test
  void givesATaskOfItsOwnAWorkerThatRanNothing() throws InterruptedException {
    open(1);
    CompletableFuture<Integer> first = workers.submit(() -> 1);
    host.reply("w1", oops(host.parcel()));
    assertThat(failure(first)).isNotNull();
    CallOptions own = CallOptions.defaults().withOwnProcess(true);
    CompletableFuture<Integer> task = workers.submit(() -> 2, own);
    assertThat(host.bye()).isEqualTo("w1");
    host.die("w1");
    Parcel parcel = host.parcel();
    host.reply("w1", oops(parcel));
    assertThat(task).isNotDone();
    host.reply("w2", oops(parcel));
    assertThat(failure(task)).isInstanceOf(RemoteTaskException.class);
    assertThat(host.bye()).isEqualTo("w2");
  }

  private void open(int processes) {
    workers = builder(processes).build();
  }

  private Workers.Builder builder(int processes) {
    return new PoolBuilder(Optional.of(host)).processes(processes);
  }

  private static Throwable failure(CompletableFuture<?> future) {
    try {
      return new AssertionError("a result: " + future.join());
    } catch (RuntimeException e) {
      return e.getCause();
    }
  }

  private static Thrown oops(Parcel parcel) {
    Failure failure = new Failure("user.Oops", "no luck", "user.Oops: no luck\n\tat user.Code");
    return new Thrown(parcel.task(), parcel.attempt(), failure, Optional.empty());
  }
}
