package dev.entourage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entourage.Workers;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * E41: tasks of real workers whose futures somebody ends meanwhile. There is one slot: who gets it
 * next knows that the task has gone.
 */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class GivenUpTest {

  private static Workers workers;

  @BeforeAll
  static void open() {
    workers = new PoolBuilder().transport("memory").processes(1).build();
  }

  @AfterAll
  static void close() {
    workers.shutdownNow();
  }

  private interface End extends Consumer<CompletableFuture<Integer>>, Serializable {}

  private enum Way {
    CANCEL(future -> future.cancel(true)),
    COMPLETE(future -> future.complete(-1)),
    FAIL(future -> future.completeExceptionally(new IOException("unwanted"))),
    COMPUTE(future -> future.completeAsync(() -> -1)),
    FAIL_TO_COMPUTE(future -> future.completeAsync(() -> Integer.parseInt("x"))),
    OBTRUDE(future -> future.obtrudeValue(-1)),
    OBTRUDE_FAILURE(future -> future.obtrudeException(new IOException("unwanted"))),
    LIMIT(future -> future.orTimeout(1, TimeUnit.MILLISECONDS)),
    INSTEAD(future -> future.completeOnTimeout(-1, 1, TimeUnit.MILLISECONDS));

    private final End end;

    Way(End end) {
      this.end = end;
    }

    /** Submits a task that doesn't end by itself, and returns the next one's result. */
    private int next(Workers pool, String begun) {
      CompletableFuture<Integer> future = pool.submit(() -> begunAndForever(begun));
      while (!Files.exists(Path.of(begun))) {
        LockSupport.parkNanos(1_000_000);
      }
      end.accept(future);
      return pool.submit(() -> 3).join();
    }
  }

  private static int begunAndForever(String file) throws Exception {
    Files.createFile(Path.of(file));
    new CountDownLatch(1).await();
    return 0;
  }

  @ParameterizedTest
  @EnumSource
  void stopsATask(Way way, @TempDir Path folder) {
    assertThat(way.next(workers, folder.resolve("begun").toString())).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource
  void stopsATaskOfATask(Way way, @TempDir Path folder) {
    Workers pool = workers;
    String begun = folder.resolve("begun").toString();
    assertThat(pool.submit(() -> way.next(pool, begun)).join()).isEqualTo(3);
  }
}
