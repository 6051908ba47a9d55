package dev.entourage.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.CallOptions;
import dev.entourage.TaskTimeoutException;
import dev.entourage.Workers;
import dev.entourage.worker.LinkMessage;
import dev.entourage.worker.LinkMessage.Begun;
import dev.entourage.worker.LinkMessage.Failure;
import dev.entourage.worker.LinkMessage.Parcel;
import dev.entourage.worker.LinkMessage.Result;
import dev.entourage.worker.LinkMessage.Thrown;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What users hang on futures may take long, and keeps nothing else. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EndingsTest {

  private static final CallOptions SOON = CallOptions.defaults().withTimeout(Duration.ofMillis(20));

  private final FakeHost host = new FakeHost("kryo");
  private final CountDownLatch over = new CountDownLatch(1);
  private final Workers workers = new PoolBuilder(Optional.of(host)).processes(1).slots(2).build();

  @AfterEach
  void close() {
    over.countDown();
    workers.shutdownNow();
  }

  private CompletableFuture<Integer> submitWithSomethingSlow(CallOptions options) {
    CompletableFuture<Integer> future = workers.submit(() -> 1, options);
    future.whenComplete((result, e) -> waitForTheEnd());
    return future;
  }

  private void waitForTheEnd() {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test // E41
  void stopsATaskAtItsLimitWhateverHangsOnIt() throws InterruptedException {
    CompletableFuture<Integer> late = submitWithSomethingSlow(SOON);
    Parcel parcel = host.parcel();
    host.reply("w1", new Begun(parcel.task(), parcel.attempt()));
    assertThat(host.cancel().task()).isEqualTo(parcel.task());
    host.reply("w1", oops(parcel));
    over.countDown();
    assertThatThrownBy(late::join).hasCauseInstanceOf(TaskTimeoutException.class);
  }

  @Test // E41
  void stopsATaskThatIsCancelledWhateverHangsOnIt() throws InterruptedException {
    CompletableFuture<Integer> unwanted = submitWithSomethingSlow(CallOptions.defaults());
    Parcel parcel = host.parcel();
    new Thread(() -> unwanted.cancel(true)).start();
    assertThat(host.cancel().task()).isEqualTo(parcel.task());
    over.countDown();
    assertThatThrownBy(unwanted::join).isInstanceOf(CancellationException.class);
  }

  @Test
  void endsAllFuturesAtOnceWhateverHangsOnThem() {
    List<CompletableFuture<Integer>> futures =
        List.of(
            submitWithSomethingSlow(CallOptions.defaults()),
            submitWithSomethingSlow(CallOptions.defaults()),
            workers.submit(() -> 2));
    workers.shutdownNow();
    over.countDown();
    for (CompletableFuture<Integer> future : futures) {
      assertThatThrownBy(future::join).isInstanceOf(CancellationException.class);
    }
  }

  @Test
  void letsWhatHangsOnOneFutureWaitForAnotherWhoseReplyCameWithIt() throws InterruptedException {
    CompletableFuture<Integer> first = workers.submit(() -> 1);
    Parcel one = host.parcel();
    CompletableFuture<Integer> second = workers.submit(() -> 2);
    Parcel two = host.parcel();
    CompletableFuture<String> both = first.handle((x, e) -> second.handle((y, f) -> "ok").join());
    host.reply("w1", new LinkMessage.Results(List.of(unreadable(one), unreadable(two))));
    assertThat(both.join()).isEqualTo("ok");
  }

  private static Result unreadable(Parcel parcel) {
    return new Result(parcel.task(), parcel.attempt(), ByteBuffer.allocate(1));
  }

  private static Thrown oops(Parcel parcel) {
    Failure failure = new Failure("user.Oops", "no luck", "user.Oops: no luck\n\tat user.Code");
    return new Thrown(parcel.task(), parcel.attempt(), failure, Optional.empty());
  }
}
