package dev.entourage.engine;

import dev.entourage.worker.BusMessage.Output;
import java.io.PrintStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Prints what workers print, each line behind the worker's name. Who offers lines never waits for
 * the terminal; when it is too slow, lines are dropped, and their number is told.
 */
final class Console implements AutoCloseable {

  /** How many characters may wait. */
  static final long MOST = 8 << 20;

  /** What lines that wait cost besides their text. */
  private static final long MESSAGE = 128;

  private static final Output END = new Output("", false, "");

  private final BlockingQueue<Output> waiting = new LinkedBlockingQueue<>();
  private final AtomicLong size = new AtomicLong();
  private final AtomicLong dropped = new AtomicLong();
  private final Thread printer = Threads.start("entourage-console", this::print);

  void offer(Output lines) {
    if (size.addAndGet(cost(lines)) <= MOST) {
      waiting.add(lines);
    } else {
      size.addAndGet(-cost(lines));
      dropped.addAndGet(OutputLimit.count(lines.text()));
    }
  }

  /** Prints what is there, then ends. */
  @Override
  public void close() {
    waiting.add(END);
    try {
      printer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void print() {
    try {
      for (Output lines = waiting.take(); lines != END; lines = waiting.take()) {
        tellDropped();
        stream(lines.error()).println(named(lines));
        size.addAndGet(-cost(lines));
      }
      tellDropped();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static long cost(Output lines) {
    return lines.text().length() + MESSAGE;
  }

  /** Our own words have no name. */
  private static String named(Output lines) {
    if (lines.worker().isEmpty()) {
      return lines.text();
    }
    String name = "[" + lines.worker() + "] ";
    return name + lines.text().replace("\r\n", "\n").replace("\n", System.lineSeparator() + name);
  }

  private void tellDropped() {
    long lines = dropped.getAndSet(0);
    if (lines > 0) {
      stream(true).println("(dropped lines of workers: " + lines + ", printing took too long)");
    }
  }

  /** Looked up each time: an application may replace its streams. */
  static PrintStream stream(boolean error) {
    return error ? System.err : System.out;
  }
}
