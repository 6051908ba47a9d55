package dev.entourage.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.PreparationException;
import dev.entourage.RemoteCallable;
import dev.entourage.preparer.Preparer;
import dev.entourage.preparer.PreparerOptions;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** C27: what is said of large tasks, and how often. No log is bound here, as in scripts. */
class SizeCheckTest {

  private static final SizeLimits LIMITS = new SizeLimits(1000, 100_000);

  record Index(Map<String, byte[]> entries, int[] weights) {}

  private static RemoteCallable<Integer> task(Index index) {
    return () -> index.entries().size();
  }

  private static Index index(int bytes) {
    return new Index(Map.of("a", new byte[bytes], "b", new byte[10]), new int[100]);
  }

  private interface Check {
    void run(SizeCheck check);
  }

  private static List<String> said(Check steps) {
    PrintStream before = System.err;
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try (Console console = new Console()) {
      steps.run(new SizeCheck(LIMITS, new Preparer(PreparerOptions.bare()), new Notices(console)));
    } finally {
      System.setErr(before);
    }
    return err.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private static void submit(SizeCheck check, Object task, int bytes) {
    check.task(task, bytes);
  }

  @Test // C27
  void warnsWithTheLargestPathsAndWhatToDo() {
    List<String> said = said(check -> submit(check, task(index(5000)), 5500));
    assertThat(said).hasSize(3);
    assertThat(said.get(0))
        .matches(
            "entourage: A task carries much state: bytes=5500, limit=1000,"
                + " task=lambda at SizeCheckTest\\.java:\\d+, about:");
    assertThat(said.get(1))
        .matches(
            "  5\\.0 kB  lambda at SizeCheckTest\\.java:\\d+ → captured value 1 → entries"
                + " → \\[a] → byte\\[]");
    assertThat(said.get(2)).contains("Workers.share", "warnAbove");
  }

  @Test
  void warnsOnceForAllTasksOfOnePlaceUnlessTheyDouble() {
    List<String> said =
        said(
            check -> {
              for (int i = 0; i < 100; i++) {
                submit(check, task(index(5000 + i)), 5000 + i);
              }
              submit(check, task(index(10_001)), 10_001);
              submit(check, task(index(10_000)), 10_000);
            });
    assertThat(said.stream().filter(line -> line.contains("bytes="))).hasSize(2);
  }

  @Test
  void tellsPlacesApartThatOneLambdaWraps() {
    RemoteCallable<Integer> one = task(index(5000));
    byte[] other = new byte[5000];
    RemoteCallable<Integer> two = () -> other.length;
    List<String> said =
        said(
            check -> {
              submit(check, wrapped(wrapped(one)), 5000);
              submit(check, wrapped(wrapped(one)), 5000);
              submit(check, wrapped(wrapped(two)), 5000);
            });
    assertThat(said.stream().filter(line -> line.contains("bytes="))).hasSize(2);
  }

  private static RemoteCallable<Integer> wrapped(RemoteCallable<Integer> task) {
    return () -> task.call() + 1;
  }

  @Test // C27
  void refusesWithTheSamePaths() {
    assertThatThrownBy(() -> said(check -> submit(check, task(index(5000)), 100_001)))
        .isInstanceOfSatisfying(
            PreparationException.class,
            e -> assertThat(e.path()).endsWith("captured value 1 → entries → [a] → byte[]"))
        .hasMessageContaining("bytes=100001, limit=100000")
        .hasMessageContaining("5.0 kB  lambda at SizeCheckTest.java")
        .hasMessageContaining("refuseAbove");
  }

  @Test
  void sharedValuesAreRefusedAndNotWarnedAbout() {
    assertThat(said(check -> check.shared(index(5000), 5000))).isEmpty();
    assertThatThrownBy(() -> said(check -> check.shared(index(5000), 100_001)))
        .isInstanceOf(PreparationException.class)
        .hasMessageStartingWith("A shared value must not be larger");
  }

  @Test
  void saysNothingOfSmallTasks() {
    assertThat(said(check -> submit(check, task(index(5)), 1000))).isEmpty();
  }
}
