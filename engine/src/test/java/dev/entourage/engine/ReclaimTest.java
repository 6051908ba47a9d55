package dev.entourage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entourage.Workers;
import dev.entourage.worker.BusMessage.Greeting;
import dev.entourage.worker.BusMessage.Reclaim;
import dev.entourage.worker.BusMessage.WorkerLost;
import dev.entourage.worker.LinkMessage.Parcel;
import dev.entourage.worker.LinkMessage.Parked;
import dev.entourage.worker.LinkMessage.Result;
import dev.entourage.worker.LinkMessage.SubmitRequest;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a pool does when a host wants workers back. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReclaimTest {

  private final FakeHost host = new FakeHost("kryo");
  private Workers workers;

  @AfterEach
  void close() {
    workers.shutdownNow();
  }

  @Test
  void anIdleWorkerEndsAtOnceAndItsPlaceIsNotAskedForAgain() throws Exception {
    open(2);
    CompletableFuture<Integer> task = workers.submit(() -> 1);
    Parcel parcel = host.parcel();
    host.tell(new Reclaim(1));
    String idle = host.bye();
    end(idle);
    workers.submit(() -> 2);
    assertThat(host.hasParcel()).as("the worker left is busy").isFalse();
    host.reply(other(idle), new Result(parcel.task(), 1, parcel.bytes()));
    task.join();
    host.parcel();
    assertThat(host.hasStart()).isFalse();
    host.tell(greeting(1, 2));
    assertThat(host.start()).isNotEqualTo(idle);
  }

  @Test
  void aBusyWorkerFinishesItsTaskFirstAndTakesNoOther() throws Exception {
    open(2);
    CompletableFuture<Integer> task = workers.submit(() -> 1);
    Parcel parcel = host.parcel();
    String busy = reclaimAll();
    CompletableFuture<Integer> behind = workers.submit(() -> 2);
    host.reply(busy, new Result(parcel.task(), 1, parcel.bytes()));
    task.join();
    assertThat(host.bye()).isEqualTo(busy);
    end(busy);
    assertThat(host.hasParcel()).isFalse();
    host.tell(greeting(1, 1));
    assertThat(host.start()).isEqualTo("w3");
    assertThat(host.parcel().task()).isNotEqualTo(parcel.task());
    assertThat(behind).isNotDone();
  }

  @Test
  void aWorkerTakesWhatItsOwnTaskWaitsForUntilThatHasEnded() throws Exception {
    open(2);
    workers.submit(() -> 1);
    Parcel parent = host.parcel();
    String busy = reclaimAll();
    ByteBuffer bytes = ByteBuffer.wrap(new byte[] {1});
    host.reply(busy, new SubmitRequest(7, parent.task(), 1, 0, 0, bytes));
    host.reply(busy, new Parked(parent.task(), 1, true));
    Parcel child = host.parcel();
    assertThat(child.isNested()).isTrue();
    host.reply(busy, new Result(child.task(), 1, bytes));
    host.reply(busy, new Parked(parent.task(), 1, false));
    host.reply(busy, new Result(parent.task(), 1, parent.bytes()));
    assertThat(host.bye()).isEqualTo(busy);
  }

  @Test
  void aHostThatIsFullIsAskedForNoMoreThanTheShare() throws Exception {
    host.greetWith(greeting(0, 1));
    workers = new PoolBuilder(Optional.of(host)).processes(3).build();
    assertThat(host.start()).isEqualTo("w1");
    workers.submit(() -> 1);
    host.parcel();
    assertThat(host.hasStart()).isFalse();
  }

  private void open(int processes) throws InterruptedException {
    workers = new PoolBuilder(Optional.of(host)).processes(processes).build();
    for (int i = 0; i < processes; i++) {
      host.start();
    }
  }

  /** One of the two is idle, and its end tells that the message was heard. */
  private String reclaimAll() throws InterruptedException {
    host.tell(new Reclaim(2));
    String idle = host.bye();
    end(idle);
    return other(idle);
  }

  private void end(String worker) {
    host.tell(new WorkerLost(worker, 4711, 0, List.of()));
  }

  private static String other(String worker) {
    return worker.equals("w1") ? "w2" : "w1";
  }

  private static Greeting greeting(int room, int share) {
    return new Greeting("17", List.of("kryo"), room, share, 2, true, false);
  }
}
