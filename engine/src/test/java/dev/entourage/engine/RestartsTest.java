package dev.entourage.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.ConfigurationException;
import dev.entourage.WorkerInfo;
import dev.entourage.Workers;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Worker JVMs that can't start: Java reads a file of options at each try. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RestartsTest {

  private static final String FAILED = "entourage: A worker could not start, and the next try";

  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final PrintStream standard = System.err;

  @TempDir Path folder;

  @BeforeEach
  void hear() {
    System.setErr(
        new PrintStream(OutputStream.nullOutputStream()) {
          @Override
          public void println(String line) {
            lines.add(line);
            standard.println(line);
          }
        });
  }

  @AfterEach
  void restore() {
    System.setErr(standard);
  }

  @Test
  void waitsTwiceAsLongBeforeEachTryUpToHalfAMinute() {
    Restarts restarts = new Restarts();
    List<Long> delays = LongStream.range(0, 12).map(i -> delayOfNext(restarts)).boxed().toList();
    assertThat(delays)
        .containsExactly(
            100L, 200L, 400L, 800L, 1_600L, 3_200L, 6_400L, 12_800L, 25_600L, 30_000L, 30_000L,
            30_000L);
    restarts.succeeded();
    assertThat(delayOfNext(restarts)).isEqualTo(100);
  }

  private static long delayOfNext(Restarts restarts) {
    restarts.failed(() -> {});
    restarts.failed(() -> {});
    restarts.goOn();
    return restarts.delay();
  }

  @Test
  void aLaterTaskMakesAPoolTryAgainThatCouldNotStartAWorker() throws Exception {
    allow(false);
    try (Workers workers = open(2)) {
      assertFails(workers.submit(() -> 1));
      assertFails(workers.submit(() -> 2));
      allow(true);
      assertThat(workers.submit(() -> 3).join()).isEqualTo(3);
    }
  }

  @Test
  void aPoolGoesOnWithTheWorkersItHasAndTriesWithPatienceToReplaceOthers() throws Exception {
    allow(true);
    try (Workers workers = open(2)) {
      workers.map(List.of(1, 2, 3, 4), x -> x);
      awaitMembers(workers, 2);
      allow(false);
      kill(workers.members().get(0));
      for (String pause : List.of("0.1", "0.2", "0.4", "0.8")) {
        assertThat(await(line -> line.startsWith(FAILED)))
            .contains("follows in " + pause + " seconds", "exit code=1", "NoSuchFlag");
        assertThat(workers.submit(() -> 7).join()).isEqualTo(7);
      }
      allow(true);
      awaitMembers(workers, 2);
    }
  }

  @Test
  void tasksWaitWhileAPoolThatOnceHadWorkersTriesToGetThemBack() throws Exception {
    allow(true);
    try (Workers workers = open(1)) {
      workers.submit(() -> 1).join();
      allow(false);
      kill(workers.members().get(0));
      CompletableFuture<Integer> task = workers.submit(() -> 2);
      await(line -> line.startsWith(FAILED) && line.contains("follows in 0.8 seconds"));
      assertThat(task).isNotDone();
      allow(true);
      assertThat(task.join()).isEqualTo(2);
    }
  }

  private static void assertFails(CompletableFuture<?> task) {
    assertThatThrownBy(task::join)
        .cause()
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("exit code=1")
        .hasMessageContaining("NoSuchFlag")
        .hasMessageContaining("jvmOptions");
  }

  private Workers open(int processes) {
    return new PoolBuilder()
        .transport("memory")
        .processes(processes)
        .jvmOptions("@" + options())
        .build();
  }

  private Path options() {
    return folder.resolve("options");
  }

  /** Exchanged whole: Java may be reading it. */
  private void allow(boolean yes) throws IOException {
    Path next = Files.writeString(folder.resolve("next"), yes ? "-Dany" : "-XX:+NoSuchFlag");
    Files.move(next, options(), java.nio.file.StandardCopyOption.ATOMIC_MOVE);
  }

  private static void kill(WorkerInfo worker) {
    ProcessHandle.of(worker.pid()).orElseThrow().destroyForcibly();
  }

  private String await(Predicate<String> wanted) throws InterruptedException {
    String line = lines.take();
    while (!wanted.test(line)) {
      line = lines.take();
    }
    return line;
  }

  /** Nobody is told of a worker that comes: tasks are submitted until it has taken one. */
  private static void awaitMembers(Workers workers, int number) {
    while (workers.members().size() < number) {
      workers.submit(() -> 1).join();
    }
  }
}
