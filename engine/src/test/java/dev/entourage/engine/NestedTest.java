package dev.entourage.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.CallOptions;
import dev.entourage.PreparationException;
import dev.entourage.RemoteCallable;
import dev.entourage.RemoteTaskException;
import dev.entourage.Workers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** E44: tasks that submit to the pool they run in, which has one worker with one slot. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NestedTest {

  private static Workers workers;

  record Point(int x, int y) {}

  @BeforeAll
  static void open() {
    workers = new PoolBuilder().transport("memory").processes(1).build();
  }

  @AfterAll
  static void close() {
    workers.shutdownNow();
  }

  private static int fibonacci(Workers pool, int n) {
    if (n < 2) {
      return n;
    }
    CompletableFuture<Integer> one = pool.submit(() -> fibonacci(pool, n - 1));
    CompletableFuture<Integer> two = pool.submit(() -> fibonacci(pool, n - 2));
    return one.join() + two.join();
  }

  @Test
  void waitsForTasksOfItsOwnWithoutASlot() {
    Workers pool = workers;
    assertThat(pool.submit(() -> fibonacci(pool, 7)).join()).isEqualTo(13);
  }

  @Test
  void waitsInAnyWay() {
    Workers pool = workers;
    int sum =
        pool.submit(
                () -> {
                  List<CompletableFuture<Integer>> all =
                      IntStream.range(0, 10).mapToObj(i -> pool.submit(() -> i * i)).toList();
                  CompletableFuture.allOf(all.toArray(new CompletableFuture<?>[0])).join();
                  return all.stream().mapToInt(CompletableFuture::join).sum();
                })
            .join();
    assertThat(sum).isEqualTo(285);
  }

  @Test
  void mapsAndGetsItsOwnClasses() {
    Workers pool = workers;
    List<Point> points =
        pool.submit(
                () -> {
                  List<Point> some = pool.map(List.of(1, 2, 3), x -> new Point(x, -x));
                  return some.stream().map(p -> new Point(p.y(), p.x())).toList();
                })
            .join();
    assertThat(points).containsExactly(new Point(-1, 1), new Point(-2, 2), new Point(-3, 3));
  }

  /**
   * What the JDK hands to an executor ends futures of the task's JVM; the rest runs on a worker.
   */
  @Test
  void givesATaskAnExecutor() {
    Workers pool = workers;
    List<Integer> sums =
        pool.submit(
                () -> {
                  ExecutorService executor = pool.executor();
                  List<Callable<Integer>> two = List.of(() -> 1, () -> pool.submit(() -> 2).join());
                  int all = 0;
                  for (Future<Integer> future : executor.invokeAll(two)) {
                    all += future.get();
                  }
                  int any = executor.invokeAny(List.of(() -> 4));
                  int later = CompletableFuture.supplyAsync(() -> 8, executor).join();
                  executor.shutdown();
                  return List.of(
                      all, any, later, executor.awaitTermination(60, TimeUnit.SECONDS) ? 16 : 0);
                })
            .join();
    assertThat(sums).containsExactly(3, 4, 8, 16);
  }

  @Test
  void passesOnWhatATaskOfATaskThrows() {
    Workers pool = workers;
    assertThatThrownBy(
            () ->
                pool.submit(
                        () ->
                            pool.submit(
                                    () -> {
                                      throw new IllegalStateException("no luck");
                                    })
                                .join())
                    .join())
        .cause()
        .isInstanceOf(RemoteTaskException.class)
        .hasMessageContaining("RemoteTaskException")
        .hasMessageContaining("no luck")
        .hasRootCauseInstanceOf(IllegalStateException.class);
  }

  @Test
  void tellsATaskThatTheWorkerOfItsTaskDied() {
    Workers pool = workers;
    String message =
        pool.submit(
                () -> {
                  try {
                    return pool.submit(
                            () -> {
                              Runtime.getRuntime().halt(5);
                              return "";
                            },
                            CallOptions.defaults().withAttempts(1))
                        .join();
                  } catch (CompletionException e) {
                    return e.getCause().getMessage();
                  }
                },
                CallOptions.defaults().withAttempts(2))
            .handle((text, e) -> e == null ? text : e.getMessage())
            .join();
    assertThat(message).contains("exit code=5");
    assertThat(pool.submit(() -> 1).join()).isEqualTo(1);
  }

  @Test
  void stopsATaskOfATaskAtItsLimit() {
    Workers pool = workers;
    String type =
        pool.submit(
                () -> {
                  CallOptions soon = CallOptions.defaults().withTimeout(Duration.ofMillis(50));
                  try {
                    return pool.submit(
                            () -> {
                              Thread.currentThread().join();
                              return "";
                            },
                            soon)
                        .join();
                  } catch (CompletionException e) {
                    return e.getCause().getClass().getSimpleName();
                  }
                })
            .join();
    assertThat(type).isEqualTo("TaskTimeoutException");
  }

  @ParameterizedTest // E41
  @ValueSource(booleans = {true, false})
  void stopsTheTasksOfATaskThatIsStopped(boolean cancelled, @TempDir Path folder) {
    Workers pool = workers;
    String begun = folder.resolve("begun").toString();
    RemoteCallable<Integer> parent = () -> pool.submit(() -> begunAndForever(begun)).get();
    CallOptions options = CallOptions.defaults();
    CompletableFuture<Integer> future =
        pool.submit(parent, cancelled ? options : options.withTimeout(Duration.ofSeconds(3)));
    while (!Files.exists(Path.of(begun))) {
      Thread.onSpinWait();
    }
    if (cancelled) {
      future.cancel(true);
    }
    assertThat(pool.submit(() -> 3).join()).as("in the one slot that there is").isEqualTo(3);
    assertThat(future).isCompletedExceptionally();
  }

  @Test // E41
  void stopsATaskOfATaskBeforeWhatHangsOnIt(@TempDir Path folder) {
    Workers pool = workers;
    String begun = folder.resolve("begun").toString();
    String stopped = folder.resolve("stopped").toString();
    RemoteCallable<Integer> child =
        () -> {
          try {
            return begunAndForever(begun);
          } finally {
            Files.createFile(Path.of(stopped));
          }
        };
    RemoteCallable<Boolean> parent =
        () -> {
          CompletableFuture<Integer> future = pool.submit(child);
          future.whenComplete((result, e) -> awaitFile(stopped));
          awaitFile(begun);
          return future.cancel(true);
        };
    assertThat(pool.submit(parent).join()).isTrue();
  }

  /** Its slot is another task's meanwhile. */
  private static void awaitFile(String file) {
    while (!Files.exists(Path.of(file))) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  private static int begunAndForever(String file) throws Exception {
    Files.createFile(Path.of(file));
    new CountDownLatch(1).await();
    return 0;
  }

  @Test
  void bringsItsHandleHomeAsThePoolItself() {
    Workers pool = workers;
    assertThat(pool.submit(() -> Optional.of(pool)).join()).containsSame(pool);
  }

  @Test
  void refusesAnotherPool() {
    try (Workers other = new PoolBuilder(Optional.of(new FakeHost("kryo"))).build()) {
      assertThatThrownBy(() -> workers.submit(() -> other.submit(() -> 1).join()))
          .isInstanceOf(PreparationException.class)
          .hasMessageContaining("but no other");
    }
  }
}
