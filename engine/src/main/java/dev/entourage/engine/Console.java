package dev.entourage.engine;

import dev.entourage.worker.BusMessage.Output;
import java.io.PrintStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Prints what workers print. Who offers a line never waits for the terminal; when it is too slow,
 * lines are dropped, and their number is told.
 */
final class Console implements AutoCloseable {

  private static final int WAITING = 10_000;
  private static final Output END = new Output("", false, "");

  private final BlockingQueue<Output> lines = new ArrayBlockingQueue<>(WAITING);
  private final Thread printer = Threads.start("entourage-console", this::print);
  private long dropped;

  void offer(Output line) {
    if (!lines.offer(line)) {
      countDropped();
    }
  }

  /** Prints what is there, then ends. */
  @Override
  public void close() {
    try {
      lines.put(END);
      printer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void print() {
    try {
      for (Output line = lines.take(); line != END; line = lines.take()) {
        tellDropped();
        stream(line.error()).println(line.line());
      }
      tellDropped();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void countDropped() {
    dropped++;
  }

  private synchronized void tellDropped() {
    if (dropped > 0) {
      stream(true).println("(" + dropped + " lines of output of workers were dropped)");
      dropped = 0;
    }
  }

  /** Looked up each time: an application may replace its streams. */
  private static PrintStream stream(boolean error) {
    return error ? System.err : System.out;
  }
}
