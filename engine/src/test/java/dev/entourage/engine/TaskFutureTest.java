package dev.entourage.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.spi.Transport;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class TaskFutureTest {

  private final TaskFuture future = new TaskFuture();
  private final AtomicReference<Thread> ender = new AtomicReference<>();

  private void end() {
    ender.set(Thread.currentThread());
    future.returned("result");
  }

  /** Begins to wait in another thread, and returns when it does. */
  private Thread waiter(FutureTask<?> wait) {
    Thread thread = new Thread(wait);
    thread.start();
    while (thread.getState() != Thread.State.WAITING
        && thread.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    return thread;
  }

  private static <T> FutureTask<T> of(Callable<T> wait) {
    return new FutureTask<>(wait);
  }

  @Test
  void whoWaitsEndsIt() throws Exception {
    FutureTask<Object> wait = of(future::join);
    Thread thread = waiter(wait);
    assertThat(future.offer(this::end)).isTrue();
    assertThat(wait.get()).isEqualTo("result");
    assertThat(ender).hasValue(thread);
  }

  @Test
  void whoWaitsForAWhileEndsIt() throws Exception {
    FutureTask<Object> wait = of(() -> future.get(1, TimeUnit.MINUTES));
    Thread thread = waiter(wait);
    assertThat(future.offer(this::end)).isTrue();
    assertThat(wait.get()).isEqualTo("result");
    assertThat(ender).hasValue(thread);
  }

  @Test
  void nobodyEndsItWhereNobodyWaits() {
    assertThat(future.offer(this::end)).isFalse();
  }

  @Test
  void whatHangsOnItRunsElsewhere() throws Exception {
    CompletableFuture<Object> next = future.thenApply(result -> result);
    FutureTask<Object> wait = of(future::join);
    waiter(wait);
    assertThat(future.offer(this::end)).isFalse();
    end();
    assertThat(wait.get()).isEqualTo("result");
    assertThat(next.join()).isEqualTo("result");
  }

  @Test
  void whoWaitsHearsOfAnyEnd() throws Exception {
    FutureTask<Object> wait = of(() -> future.handle((result, e) -> e).join());
    FutureTask<Object> seated = of(() -> future.get());
    waiter(seated);
    waiter(wait);
    future.completeExceptionally(new IllegalStateException("lost"));
    assertThat(wait.get()).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(seated::get).hasRootCauseMessage("lost");
  }

  @Test
  void aSecondOneWaitsAsWell() throws Exception {
    FutureTask<Object> first = of(future::join);
    FutureTask<Object> second = of(future::join);
    waiter(first);
    waiter(second);
    if (!future.offer(this::end)) {
      end();
    }
    assertThat(first.get()).isEqualTo("result");
    assertThat(second.get()).isEqualTo("result");
  }

  @Test
  void anInterruptEndsAGetAndNotTheFuture() throws Exception {
    FutureTask<Object> wait = of(future::get);
    waiter(wait).interrupt();
    assertThatThrownBy(wait::get).hasCauseInstanceOf(InterruptedException.class);
    assertThat(future.offer(this::end)).isFalse();
    assertThat(future).isNotDone();
  }

  @Test
  void anInterruptLeavesAJoinWaiting() throws Exception {
    FutureTask<Boolean> wait =
        of(
            () -> {
              future.join();
              return Thread.currentThread().isInterrupted();
            });
    waiter(wait).interrupt();
    assertThat(future.offer(this::end)).isTrue();
    assertThat(wait.get()).isTrue();
  }

  @Test
  void aWaitThatIsOverLeavesTheSeat() {
    assertThatThrownBy(() -> future.get(1, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
    assertThat(future.offer(this::end)).isFalse();
  }

  @Test
  void failuresAreThoseOfAnyFuture() throws Exception {
    FutureTask<Object> wait = of(future::join);
    waiter(wait);
    future.offer(() -> future.completeExceptionally(new IllegalStateException("bad")));
    assertThatThrownBy(wait::get)
        .hasCauseInstanceOf(CompletionException.class)
        .hasRootCauseMessage("bad");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aTaskIsStoppedBeforeWhatHangsOnItRuns(boolean cancelled) {
    List<String> order = new ArrayList<>();
    future.stopBy(() -> order.add("stop"));
    future.whenComplete((result, e) -> order.add("user's"));
    future.stopBy(() -> order.add("stop others"));
    if (cancelled) {
      future.cancel(true);
    } else {
      future.completeExceptionally(new IllegalStateException("unwanted"));
    }
    future.cancel(true);
    assertThat(order).containsExactly("stop", "stop others", "user's");
    future.stopBy(() -> order.add("stop what came late"));
    assertThat(order).endsWith("stop what came late");
  }

  @Test
  void aTaskThatHasEndedIsNotStopped() {
    List<String> order = new ArrayList<>();
    future.stopBy(() -> order.add("stop"));
    future.threw(new IllegalStateException("bad"));
    future.cancel(true);
    assertThat(order).isEmpty();
  }

  /** A worker's words that nobody may read here; counts who says that somebody waits for them. */
  private static final class Unread implements Transport.Inflow {

    private final AtomicInteger attended = new AtomicInteger();

    @Override
    public boolean read(Transport.Wait wait) {
      return false;
    }

    @Override
    public void wakeUp() {}

    @Override
    public void attend() {
      attended.incrementAndGet();
    }
  }

  @Test
  void aWorkerIsAttendedToForWhatHangsOnItsTask() {
    Unread worker = new Unread();
    future.comesFrom(worker);
    assertThat(worker.attended).hasValue(0);
    future.thenApply(result -> result);
    assertThat(worker.attended).hasValue(1);
  }

  @Test
  void aWorkerIsAttendedToThatGetsATaskOnWhichSomethingHangs() {
    Unread worker = new Unread();
    future.thenApply(result -> result);
    future.comesFrom(worker);
    assertThat(worker.attended).hasValue(1);
  }

  @Test
  void aWorkerIsAttendedToThatGetsATaskWhichSomebodyWaitsFor() throws Exception {
    FutureTask<Object> wait = of(future::join);
    waiter(wait);
    Unread worker = new Unread();
    future.comesFrom(worker);
    assertThat(worker.attended).hasValue(1);
    end();
    assertThat(wait.get()).isEqualTo("result");
  }

  @Test
  void aFutureThatHasEndedKnowsNoWorker() {
    Unread worker = new Unread();
    future.comesFrom(worker);
    end();
    future.thenApply(result -> result);
    assertThat(worker.attended).hasValue(0);
  }

  @Test
  @Timeout(10)
  void keepsNothingOfATaskThatHasEnded() {
    WeakReference<Object> kept = stoppedBySomething();
    future.returned("result");
    while (kept.get() != null && !Thread.currentThread().isInterrupted()) {
      System.gc();
    }
    assertThat(kept.get()).isNull();
    future.stopBy(() -> ender.set(Thread.currentThread()));
    assertThat(future.isDoomed()).isFalse();
    assertThat(ender).hasValue(null);
  }

  private WeakReference<Object> stoppedBySomething() {
    Object task = new Object();
    future.stopBy(task::hashCode);
    return new WeakReference<>(task);
  }
}
