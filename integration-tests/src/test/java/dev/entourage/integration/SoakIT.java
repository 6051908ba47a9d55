package dev.entourage.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Issue 5: what is done a million times leaves nothing in any JVM. Takes a quarter of an hour, so
 * it runs only when it is asked for:
 *
 * <pre>mvn -Psoak -pl integration-tests -am verify -Dtest=SoakIT</pre>
 */
@Tag("soak")
class SoakIT {

  private static final int TASKS = Integer.getInteger("soak.tasks", 1_000_000);
  private static final int ITEMS = Integer.getInteger("soak.items", 3_000_000);
  private static final int POOLS = Integer.getInteger("soak.pools", 1_000);
  private static final int LOOKS = 10;
  private static final Duration LIMIT = Duration.ofHours(1);

  /** By how much a figure may differ between the second look and the last; a leak adds up. */
  private enum Figure {
    heap(2_048),
    metaspace(4_096),
    resident(65_536),
    threads(8),
    files(16),
    processes(0),
    temporary(0);

    private final long most;

    Figure(long most) {
      this.most = most;
    }

    private long of(String footprint) {
      Matcher matcher = Pattern.compile("\\b" + name() + "=(\\d+)").matcher(footprint);
      assertThat(matcher.find()).as("%s in %s", this, footprint).isTrue();
      return Long.parseLong(matcher.group(1));
    }
  }

  @TempDir Path temporary;

  @Test
  void poolsThatAreOpenedAndClosedLeaveNothing() {
    DriverRun run = run("", "pools", POOLS);
    assertIsFlat("driver", run);
    assertThat(run.facts("driver")).allMatch(footprint -> Figure.processes.of(footprint) == 0);
  }

  @ParameterizedTest
  @CsvSource({"submit", "map"})
  void tasksLeaveNothing(String how) {
    assertAllAreFlat(run("", how, TASKS));
  }

  /** Ordered or not, and who is slow. */
  @ParameterizedTest
  @CsvSource({
    "true, nobody",
    "false, nobody",
    "true, consumer",
    "false, consumer",
    "true, producer"
  })
  void streamsOfEndlessSourcesNeedNoMoreWithTime(String ordered, String slow) {
    assertAllAreFlat(run("-Xmx64m", "stream", ITEMS, ordered, slow));
  }

  private DriverRun run(String heap, String what, int times, String... more) {
    String[] arguments =
        Stream.concat(
                Stream.of(what, Integer.toString(times), Integer.toString(LOOKS)), Stream.of(more))
            .toArray(String[]::new);
    DriverProgram program =
        DriverProgram.script(Jdks.running(), Product.driver("SoakDriver"), arguments)
            .withOptions("-Djava.io.tmpdir=" + temporary);
    try (Driver driver = (heap.isEmpty() ? program : program.withOptions(heap)).start()) {
      DriverRun run = driver.finish(LIMIT);
      System.out.println(run);
      run.assertEndedWell();
      assertThat(run.fact("done")).isEqualTo(Integer.toString(times));
      assertThat(temporary).isEmptyDirectory();
      return run;
    }
  }

  private static void assertAllAreFlat(DriverRun run) {
    assertIsFlat("driver", run);
    assertIsFlat("w1", run);
    assertIsFlat("w2", run);
  }

  /** What is compiled and loaded once has been so by the second look. */
  private static void assertIsFlat(String name, DriverRun run) {
    List<String> looks = run.facts(name);
    assertThat(looks).hasSize(LOOKS);
    for (Figure figure : Figure.values()) {
      assertThat(figure.of(looks.get(LOOKS - 1)) - figure.of(looks.get(1)))
          .as("growth of %s of %s in%n%s", figure, name, run)
          .isLessThanOrEqualTo(figure.most);
    }
  }
}
