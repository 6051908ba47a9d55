package dev.entourage.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** E41: whoever ends a future from outside doesn't wait for its task any more. */
@Timeout(60)
class RemoteFutureTest {

  private static final Executor HERE = Runnable::run;

  private final NestedFuture<Object> future = new NestedFuture<>();
  private final List<String> order = new ArrayList<>();

  /** All ways in which a user can end a future. */
  static Stream<Named<Consumer<CompletableFuture<Object>>>> ways() {
    return Stream.of(
        Named.of("cancel", any -> any.cancel(true)),
        Named.of("complete", any -> any.complete("mine")),
        Named.of("completeExceptionally", any -> any.completeExceptionally(new IOException())),
        Named.of("completeAsync", any -> any.completeAsync(() -> "mine", HERE)),
        Named.of("completeAsync that fails", any -> any.completeAsync(() -> 1 / zero(), HERE)),
        Named.of("obtrudeValue", any -> any.obtrudeValue("mine")),
        Named.of("obtrudeException", any -> any.obtrudeException(new IOException())));
  }

  private static int zero() {
    return 0;
  }

  @ParameterizedTest
  @MethodSource("ways")
  void stopsTheTaskBeforeWhatHangsOnIt(Consumer<CompletableFuture<Object>> end) {
    future.stopBy(() -> order.add("stop"));
    future.whenComplete((result, e) -> order.add("user's"));
    end.accept(future);
    assertThat(order).containsExactly("stop", "user's");
  }

  @ParameterizedTest
  @MethodSource("ways")
  void stopsNothingWhereTheTaskHasReturned(Consumer<CompletableFuture<Object>> end) {
    future.stopBy(() -> order.add("stop"));
    future.returned("result");
    end.accept(future);
    assertThat(order).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("ways")
  void endsAsAnyFutureDoes(Consumer<CompletableFuture<Object>> end) {
    CompletableFuture<Object> any = new CompletableFuture<>();
    end.accept(any);
    end.accept(future);
    assertThat(outcome(future)).isEqualTo(outcome(any));
  }

  private static List<Object> outcome(CompletableFuture<Object> ended) {
    String heard = ended.handle((result, e) -> result + " " + e).join();
    return List.of(heard, ended.isCancelled(), ended.isCompletedExceptionally());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void stopsTheTaskWhenItsTimeIsOver(boolean fails) {
    CountDownLatch stopped = new CountDownLatch(1);
    future.stopBy(stopped::countDown);
    if (fails) {
      future.orTimeout(1, TimeUnit.MILLISECONDS);
    } else {
      future.completeOnTimeout("mine", 1, TimeUnit.MILLISECONDS);
    }
    assertThat(future.handle((result, e) -> stopped.getCount()).join()).isEqualTo(0L);
  }

  @Test
  void computesNothingInsteadOfAResultThatIsThere() {
    List<Runnable> later = new ArrayList<>();
    future.completeAsync(() -> order.add("computed"), later::add);
    future.returned("result");
    later.forEach(Runnable::run);
    assertThat(future.join()).isEqualTo("result");
    assertThat(order).isEmpty();
  }
}
