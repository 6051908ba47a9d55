package dev.entourage.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.RemoteTaskException;
import dev.entourage.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The JDK's own interface, as the JDK documents it, over real workers. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ExecutorTest {

  private static final long HERE = ProcessHandle.current().pid();

  private static Workers workers;

  private final ExecutorService executor = workers.executor();

  @BeforeAll
  static void open() {
    workers = new PoolBuilder().transport("memory").processes(2).build();
  }

  @AfterAll
  static void close() {
    workers.close();
  }

  private static long pid() {
    return ProcessHandle.current().pid();
  }

  @Test
  void runsPlainLambdasElsewhere() throws Exception {
    List<String> seen = new ArrayList<>();
    Callable<Long> callable = ExecutorTest::pid;
    Runnable runnable = () -> seen.add("on the worker");
    assertThat(executor.submit(callable).get()).isNotEqualTo(HERE);
    assertThat(executor.submit(runnable).get()).isNull();
    assertThat(executor.submit(runnable, "done").get()).isEqualTo("done");
    assertThat(seen).isEmpty();
  }

  @Test
  void failsAsFuturesDo() {
    Callable<Object> oops =
        () -> {
          throw new IllegalStateException("no luck");
        };
    assertThatThrownBy(() -> executor.submit(oops).get())
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(RemoteTaskException.class)
        .hasRootCauseInstanceOf(IllegalStateException.class);
  }

  @Test
  void invokesAllInTheirOrder() throws Exception {
    List<Callable<Integer>> tasks = List.of(() -> 1, () -> 2, () -> Integer.parseInt("x"));
    List<Future<Integer>> futures = executor.invokeAll(tasks);
    assertThat(futures).allMatch(Future::isDone);
    assertThat(futures.get(1).get()).isEqualTo(2);
    assertThatThrownBy(futures.get(2)::get).hasRootCauseInstanceOf(NumberFormatException.class);
  }

  @Test
  void cancelsWhatIsLateWhenAllAreInvoked() throws Exception {
    List<Callable<Integer>> tasks = List.of(() -> 1, ExecutorTest::forever);
    List<Future<Integer>> futures = executor.invokeAll(tasks, 3, TimeUnit.SECONDS);
    assertThat(futures.get(0).get()).isOne();
    assertThat(futures.get(1).isCancelled()).isTrue();
  }

  @Test
  void invokesAnyAndStopsTheOthers() throws Exception {
    assertThat(
            executor.<Integer>invokeAny(
                List.of(() -> Integer.parseInt("x"), ExecutorTest::forever, () -> 7)))
        .isEqualTo(7);
    assertThatThrownBy(
            () -> executor.invokeAny(List.of(ExecutorTest::forever), 50, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
  }

  @Test
  void endsFuturesOfCompletableFutures() {
    Supplier<Long> supplier = ExecutorTest::pid;
    CompletableFuture<Long> there = CompletableFuture.supplyAsync(supplier, executor);
    assertThat(there.join()).isNotEqualTo(HERE);
    assertThat(CompletableFuture.runAsync(() -> {}, executor).join()).isNull();
    assertThat(there.thenApplyAsync(x -> x == pid() || x != HERE, executor).join()).isTrue();
    assertThat(there.thenApplyAsync(x -> pid(), executor).join()).isNotEqualTo(HERE);
    assertThat(there.thenCombineAsync(there, Long::sum, executor).join())
        .isEqualTo(2 * there.join());
    assertThat(
            there
                .thenComposeAsync(
                    x -> CompletableFuture.supplyAsync(ExecutorTest::pid, executor), executor)
                .join())
        .isNotEqualTo(HERE);
    assertThatThrownBy(
            () ->
                CompletableFuture.supplyAsync(() -> Integer.parseInt("x"), executor)
                    .handleAsync((x, e) -> e == null ? "" : e.getClass().getName(), executor)
                    .thenAcceptAsync(Integer::parseInt, executor)
                    .join())
        .isInstanceOf(CompletionException.class)
        .hasStackTraceContaining("For input string: \"java.util.concurrent.CompletionException\"");
  }

  @Test
  void servesCompletionServices() throws Exception {
    CompletionService<Integer> service = new ExecutorCompletionService<>(executor);
    for (int i = 0; i < 5; i++) {
      int x = i;
      service.submit(() -> x * x);
    }
    List<Integer> squares = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      squares.add(service.take().get());
    }
    assertThat(squares).containsExactlyInAnyOrder(0, 1, 4, 9, 16);
  }

  @Test
  void runsFutureTasks() throws Exception {
    FutureTask<Long> task = new FutureTask<>(ExecutorTest::pid);
    executor.execute(task);
    assertThat(task.get()).isNotEqualTo(HERE);
  }

  @Test
  void endsAsDocumented() throws Exception {
    Future<Integer> running = executor.submit(ExecutorTest::forever);
    executor.shutdown();
    assertThat(executor.isShutdown()).isTrue();
    assertThat(executor.awaitTermination(10, TimeUnit.MILLISECONDS)).isFalse();
    assertThatThrownBy(() -> executor.submit(() -> 1))
        .isInstanceOf(RejectedExecutionException.class);
    assertThat(executor.shutdownNow()).isEmpty();
    assertThat(executor.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    assertThat(executor.isTerminated()).isTrue();
    assertThat(running.isCancelled()).isTrue();
    assertThat(workers.submit(() -> 1).join()).as("the pool goes on").isOne();
  }

  @Test
  void returnsWhatNeverBegan() throws InterruptedException {
    for (int i = 0; i < 2; i++) {
      executor.submit(ExecutorTest::forever);
    }
    Runnable behind = () -> {};
    executor.execute(behind);
    assertThat(executor.shutdownNow()).endsWith(behind);
    assertThat(executor.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
  }

  private static int forever() throws InterruptedException {
    new java.util.concurrent.CountDownLatch(1).await();
    return 0;
  }
}
