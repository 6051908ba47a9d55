package dev.entourage.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.ConfigurationException;
import dev.entourage.EntourageException;
import dev.entourage.MarshallingException;
import dev.entourage.RemoteTaskException;
import dev.entourage.WorkerLostException;
import dev.entourage.Workers;
import dev.entourage.worker.BusMessage.FromWorker;
import dev.entourage.worker.BusMessage.WorkerLost;
import dev.entourage.worker.BusMessage.WorkerStarted;
import dev.entourage.worker.LinkCodec;
import dev.entourage.worker.LinkMessage.Failure;
import dev.entourage.worker.LinkMessage.Parcel;
import dev.entourage.worker.LinkMessage.Result;
import dev.entourage.worker.LinkMessage.Thrown;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every future ends, exactly once, whatever a host does. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PromiseTest {

  private FakeHost host;
  private Workers workers;
  private CompletableFuture<Integer> task;
  private Parcel parcel;

  @BeforeEach
  void submit() throws InterruptedException {
    host = new FakeHost("kryo");
    workers = new PoolBuilder(Optional.of(host)).processes(1).attempts(1).build();
    task = workers.submit(() -> 1);
    parcel = host.parcel();
  }

  @AfterEach
  void close() {
    workers.shutdownNow();
  }

  @Test
  void failsTheTasksOfAHostThatLeft() {
    host.leave();
    assertFails(task, WorkerLostException.class, "left");
  }

  @Test
  void failsTheTasksOfAHostThatSendsGarbage() {
    host.send(new byte[] {1, 2, 3});
    assertFails(task, WorkerLostException.class, "left");
  }

  @Test
  void failsTheTasksOfAHostOfAnotherProtocolVersion() {
    host.send(new byte[] {2, 56, 0, 0, 0, 0});
    assertFails(task, WorkerLostException.class, "left");
  }

  @Test
  void failsATaskWhoseResultIsDamaged() {
    host.reply("w1", new Result(parcel.task(), 1, ByteBuffer.wrap(new byte[] {9, 9, 9})));
    assertFails(task, MarshallingException.class, "");
  }

  @Test
  void passesOnAnExceptionThatIsOnlyData() {
    Failure failure = new Failure("user.Oops", "no luck", "user.Oops: no luck\n\tat user.Code");
    host.reply("w1", new Thrown(parcel.task(), 1, failure, Optional.empty()));
    assertFails(task, RemoteTaskException.class, "user.Oops: no luck");
  }

  @Test
  void dropsWhatAHostSaysForTheWorkerOfAnother() throws Exception {
    Result wrong = new Result(parcel.task(), 1, ByteBuffer.allocate(0));
    ByteBuffer frame = ByteBuffer.wrap(LinkCodec.encode(wrong));
    host.tellAs("other-host", new FromWorker("w1", frame));
    host.tellAs("other-host", new WorkerLost("w1", 1, 1, List.of()));
    host.tellAs("other-host", new WorkerStarted("w1", 1, "17"));
    assertThat(workers.members()).singleElement().matches(worker -> worker.pid() == 4711);
    host.reply("w1", new Result(parcel.task(), 1, parcel.bytes()));
    task.get(10, TimeUnit.SECONDS);
    assertThat(workers.members()).singleElement().matches(worker -> worker.tasks() == 1);
  }

  @Test
  void dropsARepliesSecondCopyAndAStrangersReply() throws Exception {
    Result result = new Result(parcel.task(), 1, parcel.bytes());
    host.reply("w9", new Result(parcel.task(), 1, ByteBuffer.allocate(0)));
    assertThat(task).isNotDone();
    host.reply("w1", result);
    host.reply("w1", result);
    task.get(10, TimeUnit.SECONDS);
    assertThat(workers.members()).singleElement().matches(worker -> worker.tasks() == 1);
  }

  @Test
  void givesTheTaskBehindToTheReplacementOfALostWorker() throws Exception {
    CompletableFuture<Integer> behind = workers.submit(() -> 2);
    host.tell(new WorkerLost("w1", 4711, 139, List.of("last words")));
    assertFails(task, WorkerLostException.class, "exit code=139 (signal 11)");
    assertThat(host.parcel().task()).isNotEqualTo(parcel.task());
    assertThat(behind).isNotDone();
  }

  @Test
  void refusesAHostWithoutTheBackend() {
    try (Workers unfit = new PoolBuilder(Optional.of(new FakeHost("other"))).build()) {
      assertFails(
          unfit.submit(() -> 1),
          ConfigurationException.class,
          "backend=kryo, the host's backends=[other]. On the host: Depend on"
              + " dev.entourage:entourage-backend-kryo");
    }
  }

  @Test
  void namesBothProtocolsOfAHostThatIsUnlike() {
    FakeHost unlike = new FakeHost("kryo");
    unlike.greetWith(new byte[] {2, 99, 1, 2, 3});
    try (Workers unfit = new PoolBuilder(Optional.of(unlike)).build()) {
      assertFails(
          unfit.submit(() -> 1),
          ConfigurationException.class,
          "protocol=1, the host's protocol=2. Use the same release");
    }
  }

  private static void assertFails(
      CompletableFuture<?> future, Class<? extends EntourageException> type, String text) {
    assertThatThrownBy(future::join).cause().isInstanceOf(type).hasMessageContaining(text);
  }
}
