package dev.entourage.engine;

import java.util.List;
import java.util.function.Consumer;

/** Both output streams of a worker process, read by a thread each. */
final class ProcessOutput {

  /** Hears lines, one or more at once, on two threads. */
  interface Listener {
    void printed(String lines, boolean error);
  }

  /** A child of the worker may keep a stream open; it isn't waited for, in milliseconds. */
  private static final long PATIENCE = 1_000;

  private final List<Thread> drains;

  ProcessOutput(String worker, Process process, Listener listener) {
    Consumer<String> out = line -> listener.printed(line, false);
    Consumer<String> err = line -> listener.printed(line, true);
    drains =
        List.of(
            Threads.start(
                "entourage-out-" + worker, new OutputDrain(process.getInputStream(), out)),
            Threads.start(
                "entourage-err-" + worker, new OutputDrain(process.getErrorStream(), err)));
  }

  /** Waits for the last lines of a process that has ended. */
  void awaitEnd() {
    try {
      for (Thread drain : drains) {
        drain.join(PATIENCE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
