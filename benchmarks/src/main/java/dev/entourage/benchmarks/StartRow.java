package dev.entourage.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** From the start of a script to its end, whose only work is one task. */
final class StartRow {

  private static final int ROUNDS = 9;

  private static final String WITH =
      """
      import dev.entourage.Workers;
      class Start {
        record Answer(int value) {}
        public static void main(String[] args) {
          try (Workers workers = Workers.local(2)) {
            System.out.println(workers.submit(() -> new Answer(42)).join());
          }
        }
      }
      """;

  private static final String WITHOUT =
      """
      class Start {
        record Answer(int value) {}
        public static void main(String[] args) {
          java.util.concurrent.Callable<Answer> task = () -> new Answer(42);
          try {
            System.out.println(task.call());
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        }
      }
      """;

  private StartRow() {}

  /** The launcher is that of the source tree, which must be built: {@code ./entourage}. */
  static void print() throws Exception {
    Path launcher = Path.of("entourage").toAbsolutePath();
    if (!Files.isExecutable(launcher)) {
      System.out.println("| script to first result | run this in the source tree |");
      return;
    }
    Path folder = Files.createTempDirectory("entourage-start");
    Path with =
        Files.writeString(Files.createDirectory(folder.resolve("a")).resolve("Start.java"), WITH);
    Path without =
        Files.writeString(
            Files.createDirectory(folder.resolve("b")).resolve("Start.java"), WITHOUT);
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Rounds.ofTimes("script to first result, ms", ROUNDS)
        .add("entourage run", () -> millis(launcher.toString(), "run", with.toString()))
        .add("java without workers", () -> millis(java, without.toString()))
        .print();
    for (Path each : List.of(with, with.getParent(), without, without.getParent(), folder)) {
      Files.delete(each);
    }
  }

  private static double millis(String... command) throws IOException, InterruptedException {
    long before = System.nanoTime();
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.start();
    // The first line is the result; what follows is the end of the pool.
    String line;
    try (var lines = process.inputReader()) {
      line = lines.readLine();
      double millis = (System.nanoTime() - before) / 1e6;
      process.waitFor();
      if (line == null || !line.contains("42")) {
        throw new IllegalStateException("The script must print its answer: " + line);
      }
      return millis;
    }
  }
}
