package dev.entourage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entourage.RemoteCallable;
import dev.entourage.Workers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Nothing waits for good behind a task with which it has travelled. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class GiveBackTest {

  private static Workers workers;

  @TempDir private Path folder;
  @TempDir private Path elsewhere;

  @BeforeAll
  static void open() {
    workers = new PoolBuilder().transport("memory").processes(2).inheritClassPath(true).build();
  }

  @AfterAll
  static void close() {
    workers.shutdownNow();
  }

  /** What was quick so far travels in large batches. */
  @BeforeEach
  void makeTasksLookQuick() {
    for (int round = 0; round < 3; round++) {
      all(IntStream.range(0, 1_000).mapToObj(i -> task(elsewhere, i, Kind.QUICK)).toList());
    }
  }

  @Test
  void runsAllItemsButTheOneThatWaitsForThem() {
    String traces = folder.toString();
    List<Integer> items = IntStream.range(0, 100).boxed().toList();
    List<Integer> results =
        workers.map(
            items,
            item -> {
              if (item == 50) {
                await(() -> count(traces) == 99);
              }
              return leave(traces, item);
            });
    assertThat(results).isEqualTo(items);
  }

  /**
   * One by one, in their order, two workers can run them: each task that waits does so for the next
   * one. In batches both may wait for what was given back.
   */
  @Test
  void runsTasksThatWaitForTheNextOne() {
    all(
        IntStream.range(0, 60)
            .mapToObj(i -> task(folder, i, i % 2 == 0 ? Kind.WAITS_FOR_NEXT : Kind.QUICK))
            .toList());
    assertThat(count(folder.toString())).isEqualTo(60);
  }

  @Test
  void runsTasksThatWaitForTasksOfTheirOwn() throws Exception {
    all(IntStream.range(0, 60).mapToObj(i -> task(folder, i, Kind.HAS_CHILD)).toList());
    // The last one is counted out just behind its future's end.
    await(() -> workers.toString().contains("open=0"));
  }

  private enum Kind {
    QUICK,
    WAITS_FOR_NEXT,
    HAS_CHILD
  }

  private static void all(List<RemoteCallable<Integer>> tasks) {
    List<CompletableFuture<Integer>> futures = new ArrayList<>();
    tasks.forEach(task -> futures.add(workers.submit(task)));
    for (int i = 0; i < futures.size(); i++) {
      // A join would go on when the time of the test is over, and keep the next one from beginning.
      assertThat(futures.get(i)).succeedsWithin(60, TimeUnit.SECONDS).isEqualTo(i);
    }
  }

  /** All are of one class, as those of one loop. */
  private RemoteCallable<Integer> task(Path where, int i, Kind kind) {
    String traces = where.toString();
    Workers pool = workers;
    return () -> {
      if (kind == Kind.WAITS_FOR_NEXT) {
        await(() -> Files.exists(Path.of(traces, "" + (i + 1))));
      } else if (kind == Kind.HAS_CHILD) {
        return pool.submit(() -> leave(traces, i)).join();
      }
      return leave(traces, i);
    };
  }

  private interface Condition {
    boolean holds() throws IOException;
  }

  /** Looks again and again: what waits is in another JVM, and a file is all that both know. */
  private static void await(Condition condition) throws Exception {
    while (!condition.holds()) {
      Thread.sleep(1); // Asleep is how a worker tells who only waits.
    }
  }

  private static int leave(String traces, int i) throws IOException {
    Files.writeString(Path.of(traces, "" + i), "");
    return i;
  }

  private static int count(String traces) {
    try (Stream<Path> files = Files.list(Path.of(traces))) {
      return (int) files.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
