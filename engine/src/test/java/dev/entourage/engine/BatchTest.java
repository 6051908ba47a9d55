package dev.entourage.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.CallOptions;
import dev.entourage.RemoteTaskException;
import dev.entourage.Workers;
import dev.entourage.worker.LinkMessage.Batch;
import dev.entourage.worker.LinkMessage.Failure;
import dev.entourage.worker.LinkMessage.Item;
import dev.entourage.worker.LinkMessage.Parcel;
import dev.entourage.worker.LinkMessage.Thrown;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Small items of one call travel together. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BatchTest {

  private static final List<Integer> ITEMS = IntStream.range(0, 100).boxed().toList();

  /** So many fit into the window of a call before any has been answered. */
  private static final int AT_ONCE = 8;

  private final FakeHost host = new FakeHost("kryo");
  private final CountDownLatch waiting = new CountDownLatch(AT_ONCE);
  private Workers workers;

  @BeforeEach
  void open() {
    workers = new PoolBuilder(Optional.of(host)).processes(1).build();
  }

  @AfterEach
  void close() {
    workers.shutdownNow();
  }

  @Test
  void sendsTogetherWhatWasMeasuredToBeQuick() throws InterruptedException {
    map(CallOptions.defaults());
    assertThat(firstBatch().items()).hasSizeGreaterThan(1);
  }

  @Test // E42
  void splitsABatchThatEndedItsWorker() throws InterruptedException {
    map(CallOptions.defaults());
    Batch batch = firstBatch();
    host.die("w1");
    Set<Long> alone = new HashSet<>();
    for (Item item : batch.items()) {
      Parcel parcel = host.parcel();
      assertThat(parcel.attempt()).isEqualTo(2);
      assertThat(host.hasParcel()).isFalse();
      alone.add(parcel.task());
      host.reply("w2", oops(parcel));
      assertThat(item.attempt()).isOne();
    }
    assertThat(alone).containsExactlyInAnyOrderElementsOf(tasks(batch));
  }

  @Test
  void endsEachItemOfABatchForItself() throws InterruptedException {
    CompletableFuture<List<Integer>> call = map(CallOptions.defaults());
    while (!call.isDone()) {
      if (host.hasParcel()) {
        host.reply("w1", oops(host.parcel()));
      } else if (host.hasBatch()) {
        Batch batch = host.batch();
        batch.items().forEach(item -> host.reply("w1", oops(batch.parcel(item))));
      }
    }
    assertThatThrownBy(call::join)
        .cause()
        .isInstanceOf(RemoteTaskException.class)
        .satisfies(e -> assertThat(e.getSuppressed()).hasSize(ITEMS.size() - 1));
  }

  @Test
  void sendsWhatMayRunJustOnceByItself() throws InterruptedException {
    map(CallOptions.defaults().withAttempts(1));
    for (int i = 0; i < 10; i++) {
      host.reply("w1", oops(host.parcel()));
    }
  }

  private CompletableFuture<List<Integer>> map(CallOptions options) {
    CallOptions collecting = options.withFailFast(false);
    Iterable<Integer> counted = () -> ITEMS.stream().peek(x -> waiting.countDown()).iterator();
    return CompletableFuture.supplyAsync(() -> workers.map(counted, x -> x + 1, collecting));
  }

  /**
   * Items go by themselves until some were quick, which they aren't on a cold JVM. Some must wait
   * by then, or each is answered before the next one is there.
   */
  private Batch firstBatch() throws InterruptedException {
    waiting.await();
    while (!host.hasBatch()) {
      if (host.hasParcel()) {
        host.reply("w1", oops(host.parcel()));
      }
    }
    return host.batch();
  }

  private static List<Long> tasks(Batch batch) {
    return batch.items().stream().map(Item::task).toList();
  }

  private static Thrown oops(Parcel parcel) {
    Failure failure = new Failure("user.Oops", "no luck", "user.Oops: no luck\n\tat user.Code");
    return new Thrown(parcel.task(), parcel.attempt(), failure, Optional.empty());
  }
}
