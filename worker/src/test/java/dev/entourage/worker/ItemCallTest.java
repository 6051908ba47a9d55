package dev.entourage.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.CallOptions;
import dev.entourage.EntourageException;
import dev.entourage.ProgressListener;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ItemCallTest {

  private static final int ROOM = 3;

  private final List<CompletableFuture<Object>> sent = new ArrayList<>();
  private final AtomicInteger ends = new AtomicInteger();

  // E40
  @Test
  void keepsTheOrderOfTheItemsAndBoundsWhatIsUnderWay() {
    ItemCall<Integer, Integer> call = call(CallOptions.defaults(), endless(), this::later);
    AtomicReference<Integer> first = new AtomicReference<>();
    Thread reader = new Thread(() -> first.set(call.next()));
    reader.start();
    awaitSent(ROOM);
    sent.get(1).complete(20);
    sent.get(0).complete(10);
    join(reader);
    assertThat(first.get()).isEqualTo(10);
    assertThat(call.next()).isEqualTo(20);
    assertThat(sent).hasSize(ROOM + 1);
    call.close();
    assertThat(sent.get(2)).isCancelled();
    assertThat(ends.get()).isOne();
  }

  // E40
  @Test
  void givesWhatIsReadyWhereNoOrderIsAskedFor() {
    CallOptions options = CallOptions.defaults().withOrdered(false);
    ItemCall<Integer, Integer> call = call(options, endless(), this::later);
    AtomicReference<Integer> first = new AtomicReference<>();
    Thread reader = new Thread(() -> first.set(call.next()));
    reader.start();
    awaitSent(ROOM);
    sent.get(2).complete(30);
    join(reader);
    assertThat(first.get()).isEqualTo(30);
    call.close();
  }

  // E40
  @Test
  void sendsAllItemsOfAMapPastASlowOneAndPutsResultsIntoTheirPlaces() {
    List<Integer> items = List.of(0, 1, 2, 3, 4, 5, 6, 7);
    ItemCall<Integer, Integer> call = call(CallOptions.defaults(), items, this::later);
    AtomicReference<List<Integer>> all = new AtomicReference<>();
    Thread caller = new Thread(() -> all.set(call.all()));
    caller.start();
    for (int i = 1; i < items.size(); i++) {
      awaitSent(i + 1);
      sent.get(i).complete(i * 10);
    }
    sent.get(0).complete(null);
    join(caller);
    assertThat(all.get()).containsExactly(null, 10, 20, 30, 40, 50, 60, 70);
  }

  // E40
  @Test
  void endsAtTheFirstFailure() {
    ItemCall<Integer, Integer> call =
        call(CallOptions.defaults(), List.of(1, 2, 3, 4, 5), x -> x == 2 ? oops(x) : later(x));
    assertThatThrownBy(call::all).hasMessage("item 2");
    assertThat(sent).hasSizeLessThan(5).allMatch(CompletableFuture::isCancelled);
    assertThat(ends.get()).isOne();
  }

  // E40
  @Test
  void runsAllItemsAndThrowsAllFailuresWhereTheyAreCollected() {
    CallOptions options = CallOptions.defaults().withFailFast(false);
    List<Integer> results = new ArrayList<>();
    ItemCall<Integer, Integer> call =
        call(options, List.of(1, 2, 3, 4, 5), x -> x % 2 == 0 ? oops(x) : now(x));
    assertThatThrownBy(() -> call.forEachRemaining(results::add))
        .hasMessage("item 2")
        .satisfies(
            e ->
                assertThat(e.getSuppressed())
                    .extracting(Throwable::getMessage)
                    .containsExactly("item 4"));
    assertThat(results).containsExactly(1, 3, 5);
    assertThat(ends.get()).isOne();
  }

  @Test
  void tellsListenersOfEachEndAndOfTheWholeOnceItIsKnown() {
    List<String> heard = new ArrayList<>();
    ProgressListener rude =
        (done, total) -> {
          heard.add(done + "/" + total);
          throw new IllegalStateException("rude");
        };
    CallOptions options = CallOptions.defaults().withProgress(rude);
    assertThat(call(options, List.of(7, 8), ItemCallTest::now).all()).containsExactly(7, 8);
    Iterable<Integer> unknown = () -> Stream.of(7, 8).iterator();
    assertThat(call(options, unknown, ItemCallTest::now).stream()).containsExactly(7, 8);
    assertThat(heard).containsExactly("1/2", "2/2", "1/-1", "2/2");
  }

  @Test
  void tellsListenersHowManyHaveFailed() {
    List<String> heard = new ArrayList<>();
    ProgressListener precise =
        new ProgressListener() {
          @Override
          public void progressed(long done, long total) {
            throw new AssertionError("The other method has all of it");
          }

          @Override
          public void progressed(long done, long failed, long total) {
            heard.add(done + "/" + total + " with " + failed);
          }
        };
    CallOptions options = CallOptions.defaults().withFailFast(false).withProgress(precise);
    ItemCall<Integer, Integer> call =
        call(options, List.of(1, 2, 3), x -> x == 2 ? oops(x) : now(x));
    assertThatThrownBy(call::all).hasMessage("item 2");
    assertThat(heard).containsExactly("1/3 with 0", "2/3 with 1", "3/3 with 1");
  }

  @Test
  void showsTheLineThatWaitedForAFailure() throws InterruptedException {
    AtomicReference<EntourageException> failure = new AtomicReference<>();
    Thread other = new Thread(() -> failure.set(new EntourageException("lost")));
    other.start();
    other.join();
    ItemCall<Integer, Integer> call =
        call(
            CallOptions.defaults(), List.of(1), x -> CompletableFuture.failedFuture(failure.get()));
    assertThatThrownBy(call::all)
        .isSameAs(failure.get())
        .hasStackTraceContaining("ItemCallTest.showsTheLineThatWaitedForAFailure");
  }

  private ItemCall<Integer, Integer> call(
      CallOptions options,
      Iterable<Integer> items,
      Function<Integer, CompletableFuture<Object>> sender) {
    return new ItemCall<>(items, options, List.of(), sender, () -> ROOM, ends::incrementAndGet);
  }

  private static Iterable<Integer> endless() {
    return () -> Stream.iterate(1, x -> x + 1).iterator();
  }

  private CompletableFuture<Object> later(Integer item) {
    synchronized (sent) {
      sent.add(new CompletableFuture<>());
      sent.notifyAll();
      return sent.get(sent.size() - 1);
    }
  }

  private static CompletableFuture<Object> now(Integer item) {
    return CompletableFuture.completedFuture(item);
  }

  private static CompletableFuture<Object> oops(Integer item) {
    return CompletableFuture.failedFuture(new EntourageException("item " + item));
  }

  private void awaitSent(int count) {
    synchronized (sent) {
      while (sent.size() < count) {
        try {
          sent.wait();
        } catch (InterruptedException e) {
          throw new AssertionError(e);
        }
      }
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
