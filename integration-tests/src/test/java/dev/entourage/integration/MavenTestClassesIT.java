package dev.entourage.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entourage.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** D30: this very class, as Maven compiled it, in worker JVMs that don't have it. */
@Execution(ExecutionMode.SAME_THREAD) // Two tests use one static field.
class MavenTestClassesIT {

  private static final String ME = MavenTestClassesIT.class.getName();

  record Word(String text, int length) {}

  static final class Encoder {
    private final int factor;

    Encoder(int factor) {
      this.factor = factor;
    }

    int encode(int x) {
      return Multiplication.of(x, factor);
    }
  }

  /** Named nowhere but in a body. */
  static final class Multiplication {
    static int of(int a, int b) {
      return a * b;
    }
  }

  @ParameterizedTest(name = "{0}, inherit class path: {1}")
  @CsvSource({"kryo, false", "kryo, true", "protostuff, false", "protostuff, true"})
  void testClassesTravel(String backend, boolean inherit) {
    try (Workers workers =
        Workers.builder().processes(1).backend(backend).inheritClassPath(inherit).build()) {
      Encoder encoder = new Encoder(3);
      assertThat(workers.submit(() -> encoder.encode(5)).join()).isEqualTo(15);
      assertThat(workers.map(List.of("a", "bcd"), text -> new Word(text, text.length())))
          .containsExactly(new Word("a", 1), new Word("bcd", 3));
      assertStranger(workers);
    }
  }

  private static int setting;

  // D36
  @Test
  void staticFieldsOfChosenPackagesAreAsTheyWereAtSubmitInEachOfManySlots() {
    try (Workers workers =
        Workers.builder()
            .processes(1)
            .slots(4)
            .statics(ME.replace(".MavenTestClassesIT", ""))
            .build()) {
      List<CompletableFuture<Integer>> seen = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        setting = i / 3;
        seen.add(workers.submit(MavenTestClassesIT::steadySetting));
      }
      for (int i = 0; i < seen.size(); i++) {
        assertThat(seen.get(i).join()).as("task %d", i).isEqualTo(i / 3);
      }
    }
  }

  // D36
  @Test
  void staticFieldsOfDirectoriesStayAtHomeOtherwise() {
    setting = 7;
    try (Workers workers = Workers.local(1)) {
      assertThat(workers.submit(() -> setting).join()).isZero();
    }
  }

  /** Tells a value that was the same for a while, or -1. */
  private static int steadySetting() {
    int first = setting;
    for (int i = 0; i < 20_000; i++) {
      if (setting != first) {
        return -1;
      }
      Thread.onSpinWait();
    }
    return first;
  }

  private static void assertStranger(Workers workers) {
    long worker = workers.submit(() -> ProcessHandle.current().pid()).join();
    assertThat(worker).isNotEqualTo(ProcessHandle.current().pid());
    String name = ME;
    assertThat(workers.submit(() -> isHidden(name)).join()).isTrue();
  }

  private static boolean isHidden(String name) {
    try {
      Class.forName(name, false, ClassLoader.getSystemClassLoader());
      return false;
    } catch (ClassNotFoundException e) {
      return true;
    }
  }
}
