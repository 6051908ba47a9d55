package dev.entourage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entourage.WorkerInfo;
import dev.entourage.Workers;
import dev.entourage.engine.WordTasks.Word;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Class files come to a machine once, whoever brings them. Workers are real JVMs. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CodeOnceTest {

  @TempDir Path folder;

  @Test
  void theSecondDriverShipsNoClasses() throws IOException {
    long classes = shipped();
    assertThat(classes).isPositive();
    assertThat(files()).hasSize((int) classes);
    assertThat(shipped()).isZero();

    for (Path kept : files()) {
      Files.write(kept, new byte[100]);
    }
    assertThat(shipped()).as("what a task has put there is no code").isEqualTo(classes);
    assertThat(shipped()).isZero();
  }

  /** Runs a driver, and tells how many class files it has sent. */
  private long shipped() {
    try (Workers workers =
        Workers.builder()
            .transport("memory")
            .processes(1)
            .inheritClassPath(false)
            .option("code", folder.toString())
            .build()) {
      List<Word> words = workers.map(List.of("a", "bcd"), WordTasks.word());
      assertThat(words).containsExactly(new Word("a", 1), new Word("bcd", 3));
      return workers.members().stream().mapToLong(WorkerInfo::classes).sum();
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.toList();
    }
  }
}
