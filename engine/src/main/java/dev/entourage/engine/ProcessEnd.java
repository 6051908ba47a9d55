package dev.entourage.engine;

import java.util.concurrent.TimeUnit;

/** Waits for processes to end, however long they would like to live. */
final class ProcessEnd {

  private ProcessEnd() {}

  /** Waits, then destroys; returns the exit code, or -1 when interrupted. */
  static int await(Process process, long graceSeconds) {
    try {
      if (!process.waitFor(graceSeconds, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      return -1;
    }
  }
}
