package dev.entourage.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The archive of workers: made once, behind the first driver, used by the next, and never missed.
 */
class ArchiveIT {

  private static final String OURS = "dev.entourage.worker.TaskRunner ";
  private static final String SHARED = "source: shared objects file (top)";

  @TempDir Path elsewhere;

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.entourage.integration.Jdks#all")
  void isMadeOnceAndMadeAgainWhenItIsDamaged(Jdk jdk) throws Exception {
    Path folder =
        Files.createDirectory(
            elsewhere.resolve("entourage"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    try (WatchService events = folder.getFileSystem().newWatchService()) {
      folder.register(events, StandardWatchEventKinds.ENTRY_DELETE);
      try (Driver one = program(jdk, "one").start();
          Driver other = program(jdk, "other").start()) {
        assertWorked(one.finish(DriverProgram.LIMIT), "none yet");
        other.finish(DriverProgram.LIMIT).assertEndedWell();
      }
      Path made = awaitArchive(events, folder);

      assertWorked(program(jdk, "next").run(), "used: " + made);
      assertThat(loaded("one")).doesNotContain(SHARED);
      assertThat(loaded("next")).contains(SHARED);

      made.toFile().setWritable(true);
      try (RandomAccessFile file = new RandomAccessFile(made.toFile(), "rw")) {
        file.setLength(file.length() / 2);
      }
      assertWorked(program(jdk, "damaged").run(), "none yet");
      Path again = awaitArchive(events, folder);
      assertWorked(program(jdk, "mended").run(), "used: " + again);
    }
  }

  private DriverProgram program(Jdk jdk, String name) {
    DriverProgram program =
        DriverProgram.script(jdk, Product.driver("ArchiveDriver"), log(name).toString());
    return new DriverProgram(
        program.command(), elsewhere, Map.of("XDG_CACHE_HOME", elsewhere.toString()));
  }

  private static void assertWorked(DriverRun run, String archive) {
    run.assertEndedWell();
    assertThat(run.out()).containsExactly("answer=2", "archive=" + archive);
  }

  /** The line that says where the worker had one of our classes from. */
  private String loaded(String name) throws IOException {
    try (Stream<String> lines = Files.lines(log(name))) {
      return lines.filter(line -> line.contains(OURS)).findFirst().orElseThrow();
    }
  }

  private Path log(String name) {
    return elsewhere.resolve(name + ".log");
  }

  /** A maker that has ended takes away its claim; then there is one archive, and nothing else. */
  private static Path awaitArchive(WatchService events, Path folder) throws Exception {
    for (List<Path> files = list(folder); !isDone(files); files = list(folder)) {
      var key = events.poll(DriverProgram.LIMIT.toSeconds(), TimeUnit.SECONDS);
      assertThat(key).as("no archive: %s", files).isNotNull();
      key.pollEvents();
      key.reset();
    }
    return list(folder).get(0);
  }

  private static boolean isDone(List<Path> files) {
    return files.size() == 1 && files.get(0).toString().endsWith(".jsa");
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
