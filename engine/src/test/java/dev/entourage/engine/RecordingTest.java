package dev.entourage.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.PreparationException;
import dev.entourage.WorkerLostException;
import dev.entourage.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Java Flight Recorder, on the driver and in a worker process. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RecordingTest {

  record Point(int x, int y) {}

  @TempDir private Path folder;

  @Test
  void tellsWhatBecameOfEachTask() throws IOException {
    List<RecordedEvent> driver = record(this::work);
    String worker = "w1";
    List<RecordedEvent> workers = read(onlyFile("workers"));
    assertPrepared(driver);
    assertShipped(driver, worker);
    assertRan(driver, "as the driver sees it", worker);
    assertRan(workers, "on the worker", worker);
    assertThat(of(driver, "Run", "kind", "on the worker")).isEmpty();
    assertThat(of(workers, "Prepare"))
        .singleElement()
        .satisfies(e -> assertThat(e.getString("kind")).isEqualTo("task of a task"))
        .satisfies(e -> assertThat(e.getString("outcome")).isEqualTo("ready"))
        .satisfies(e -> assertThat(e.getLong("bytes")).isPositive());
  }

  @Test
  void tellsOfWorkersThatWereLost() throws IOException {
    List<RecordedEvent> events = record(this::loseWorkers);
    assertThat(of(events, "Run")).extracting(e -> e.getInt("attempt")).containsExactly(1, 2);
    assertThat(of(events, "Run"))
        .allMatch(e -> e.getString("outcome").equals("lost: exit code=137 (signal 9)"));
  }

  private void loseWorkers() throws InterruptedException {
    FakeHost host = new FakeHost("kryo");
    try (Workers workers = PoolEngine.over(host).processes(1).attempts(2).build()) {
      CompletableFuture<Integer> future = workers.submit(() -> 1);
      host.parcel();
      host.die("w1");
      host.parcel();
      host.die("w2");
      assertThatThrownBy(future::join).hasCauseInstanceOf(WorkerLostException.class);
    }
  }

  /** Something that is worth recording. */
  private interface Work {
    void run() throws IOException, InterruptedException;
  }

  private List<RecordedEvent> record(Work work) throws IOException {
    Path file = folder.resolve("driver.jfr");
    try (Recording recording = new Recording()) {
      recording.start();
      work.run();
      recording.stop();
      recording.dump(file);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return read(file);
  }

  /** Threads write buffers of their own, which a file holds one after another. */
  private static List<RecordedEvent> read(Path file) throws IOException {
    return RecordingFile.readAllEvents(file).stream()
        .sorted(Comparator.comparing(RecordedEvent::getStartTime))
        .toList();
  }

  /** Task 1 returns, 2 throws, 3 to 42 are items of a map; the last one submits another. */
  private void work() throws IOException {
    String options =
        "settings=none,filename=" + Files.createDirectory(folder.resolve("workers")) + "/1.jfr";
    try (Workers workers =
        new PoolBuilder()
            .transport("memory")
            .processes(1)
            .inheritClassPath(true)
            .jvmOptions("-XX:StartFlightRecording:" + options)
            .build()) {
      workers.submit(() -> new Point(1, 2)).join();
      assertThatThrownBy(() -> workers.submit(() -> List.of().get(7)).join()).isNotNull();
      workers.map(IntStream.range(0, 40).boxed().toList(), x -> new Point(x, x));
      Thread culprit = Thread.currentThread();
      assertThatThrownBy(() -> workers.submit(culprit::getName))
          .isInstanceOf(PreparationException.class);
      assertThat(workers.submit(() -> workers.submit(() -> 5).join()).join()).isEqualTo(5);
    }
  }

  private void assertPrepared(List<RecordedEvent> events) {
    List<RecordedEvent> tasks = of(events, "Prepare", "kind", "task");
    assertThat(tasks).hasSize(4);
    RecordedEvent first = tasks.get(0);
    assertThat(first.getLong("task")).isEqualTo(1);
    assertThat(first.getString("outcome")).isEqualTo("ready");
    assertThat(first.getString("backend")).isEqualTo("kryo");
    assertThat(first.getString("manifest")).hasSize(64);
    assertThat(first.getInt("classes")).isPositive();
    assertThat(first.getLong("bytes")).isPositive();
    assertThat(first.getDuration()).isPositive();
    assertThat(first.getStackTrace().toString()).contains("RecordingTest");
    assertThat(tasks.get(2).getString("outcome"))
        .isEqualTo("refused: " + PreparationException.class.getName());
    assertThat(of(events, "Prepare", "kind", "function")).hasSize(1);
    assertThat(of(events, "Prepare", "kind", "item")).hasSize(40);
  }

  private void assertShipped(List<RecordedEvent> events, String worker) {
    assertThat(of(events, "Ship")).allMatch(e -> e.getString("worker").equals(worker));
    assertThat(of(events, "Ship", "kind", "task"))
        .first()
        .satisfies(
            e -> {
              assertThat(e.getLong("task")).isEqualTo(1);
              assertThat(e.getInt("attempt")).isEqualTo(1);
              assertThat(e.getLong("bytes")).isPositive();
            });
    // An item that is given back is sent once more.
    assertThat(of(events, "Ship", "kind", "task").stream().mapToInt(e -> e.getInt("tasks")).sum())
        .isBetween(44, 44 + 40);
    assertThat(of(events, "Ship", "kind", "classes"))
        .isNotEmpty()
        .allMatch(e -> e.getInt("classes") > 0 && e.getLong("bytes") > e.getInt("classes"));
  }

  private void assertRan(List<RecordedEvent> events, String kind, String worker) {
    List<RecordedEvent> runs = of(events, "Run", "kind", kind);
    assertThat(runs).extracting(e -> e.getLong("task")).containsAll(tasks(42));
    assertThat(runs).hasSize(44).allMatch(e -> e.getString("worker").equals(worker));
    assertThat(outcome(runs, 1)).isEqualTo("returned");
    assertThat(outcome(runs, 2)).startsWith("threw java.lang.").contains("IndexOutOfBounds");
    assertThat(runs).allMatch(e -> e.getDuration().toNanos() > 0);
  }

  private static List<Long> tasks(long last) {
    return IntStream.rangeClosed(1, (int) last).mapToObj(i -> (long) i).toList();
  }

  private static String outcome(List<RecordedEvent> runs, long task) {
    return runs.stream()
        .filter(e -> e.getLong("task") == task)
        .findFirst()
        .orElseThrow()
        .getString("outcome");
  }

  private static List<RecordedEvent> of(List<RecordedEvent> events, String name) {
    return events.stream()
        .filter(e -> e.getEventType().getName().equals("dev.entourage." + name))
        .toList();
  }

  private static List<RecordedEvent> of(
      List<RecordedEvent> events, String name, String field, String value) {
    return of(events, name).stream().filter(e -> value.equals(e.getString(field))).toList();
  }

  private Path onlyFile(String name) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(name))) {
      return files.findFirst().orElseThrow();
    }
  }
}
