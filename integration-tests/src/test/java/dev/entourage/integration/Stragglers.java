package dev.entourage.integration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * The processes that a driver started, its workers among them: all that inherited one environment
 * variable. Children of a dead driver have another parent, so the process tree wouldn't tell.
 *
 * @param marker the value of the variable, unique to one driver
 */
record Stragglers(String marker) {

  static final String VARIABLE = "ENTOURAGE_INTEGRATION_TEST";

  /** Returns those that run now. */
  List<ProcessHandle> running() {
    String entry = VARIABLE + "=" + marker;
    return ProcessHandle.allProcesses().filter(process -> holds(process, entry)).toList();
  }

  /** Waits until none runs, and returns those that still do when the time is up. */
  List<ProcessHandle> remaining(Duration limit) {
    awaitEnds(running(), limit);
    return running();
  }

  /**
   * Waits until these processes have ended, and returns those that still run when the time is up. A
   * process that gave up its memory still has its pid for a moment, or longer where nobody reaps
   * orphans, so {@link #running} doesn't show it but {@link ProcessHandle#isAlive} does.
   */
  static List<ProcessHandle> remaining(List<ProcessHandle> processes, Duration limit) {
    awaitEnds(processes, limit);
    return processes.stream().filter(Stragglers::runs).toList();
  }

  private static void awaitEnds(List<ProcessHandle> processes, Duration limit) {
    CompletableFuture<?>[] ends =
        processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
    try {
      CompletableFuture.allOf(ends).get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      // The caller looks for those that are left.
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ends those that run. */
  void end() {
    running().forEach(ProcessHandle::destroyForcibly);
  }

  /** A process without memory runs nothing any more: it only waits for somebody to read its end. */
  private static boolean runs(ProcessHandle process) {
    try {
      Path maps = Path.of("/proc", Long.toString(process.pid()), "maps");
      return process.isAlive() && Files.readAllBytes(maps).length > 0;
    } catch (IOException e) {
      return process.isAlive();
    }
  }

  /** Processes of others can't be read, nor those that just ended. */
  private static boolean holds(ProcessHandle process, String entry) {
    try {
      byte[] environment =
          Files.readAllBytes(Path.of("/proc", Long.toString(process.pid()), "environ"));
      return Stream.of(new String(environment, StandardCharsets.UTF_8).split("\0"))
          .anyMatch(entry::equals);
    } catch (IOException e) {
      return false;
    }
  }
}
