package dev.entourage.integration;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A running driver. Closing it ends the driver and every process it started. */
final class Driver implements AutoCloseable {

  /** How long workers may outlive their driver. */
  static final Duration GRACE = Duration.ofSeconds(5);

  private final Process process;
  private final Stragglers family;
  private final List<String> out = new CopyOnWriteArrayList<>();
  private final List<String> err = new CopyOnWriteArrayList<>();
  private final List<Wait> waits = new CopyOnWriteArrayList<>();
  private final Object news = new Object();
  private int seen;
  private final Thread outReader;
  private final Thread errReader;

  /** Somebody who waits for a line. */
  private record Wait(Predicate<String> wanted, CompletableFuture<String> line) {

    void offer(String candidate) {
      if (wanted.test(candidate)) {
        line.complete(candidate);
      }
    }
  }

  Driver(Process process, Stragglers family) {
    this.process = process;
    this.family = family;
    this.outReader = read(process.getInputStream(), this::printed, this::ended);
    this.errReader = read(process.getErrorStream(), err::add, () -> {});
  }

  /** Returns the driver's process. */
  Process process() {
    return process;
  }

  /** Returns the driver's process and those that it started. */
  Stragglers family() {
    return family;
  }

  /** Waits for a line of the driver's output, printed or yet to come. */
  String await(Predicate<String> wanted) {
    Wait wait = new Wait(wanted, new CompletableFuture<>());
    waits.add(wait);
    out.forEach(wait::offer);
    if (!outReader.isAlive()) {
      ended();
    }
    try {
      return wait.line().get(DriverProgram.LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException | InterruptedException e) {
      throw new AssertionError("The driver printed no such line: out=" + out + " err=" + err, e);
    }
  }

  /** Waits for a line behind those that this has seen before. */
  String awaitNext(Predicate<String> wanted) {
    long end = System.nanoTime() + DriverProgram.LIMIT.toNanos();
    synchronized (news) {
      while (true) {
        while (seen < out.size()) {
          String line = out.get(seen++);
          if (wanted.test(line)) {
            return line;
          }
        }
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0 || !outReader.isAlive()) {
          throw new AssertionError("The driver printed no such line: out=" + out + " err=" + err);
        }
        awaitNews(left);
      }
    }
  }

  private void awaitNews(long millis) {
    try {
      news.wait(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Writes a line to the driver's standard input. */
  void tell(String line) {
    try {
      process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for the end of the driver and looks for what it left behind. */
  DriverRun finish(Duration limit) {
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new AssertionError("Not done after " + limit + ": out=" + out + " err=" + err);
      }
      List<String> leftBehind =
          family.remaining(GRACE).stream().map(left -> left.info().toString()).toList();
      family.end();
      outReader.join();
      errReader.join();
      return new DriverRun(process.exitValue(), List.copyOf(out), List.copyOf(err), leftBehind);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    family.end();
  }

  private void printed(String line) {
    out.add(line);
    synchronized (news) {
      news.notifyAll();
    }
    waits.forEach(wait -> wait.offer(line));
  }

  private void ended() {
    synchronized (news) {
      news.notifyAll();
    }
    waits.forEach(wait -> wait.line().completeExceptionally(new EOFException()));
  }

  private static Thread read(InputStream stream, Consumer<String> lines, Runnable end) {
    Thread reader = new Thread(() -> readAll(stream, lines, end));
    reader.setDaemon(true);
    reader.start();
    return reader;
  }

  private static void readAll(InputStream stream, Consumer<String> lines, Runnable end) {
    try (BufferedReader text =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      text.lines().forEach(lines);
    } catch (IOException | UncheckedIOException e) {
      lines.accept("The output broke off: " + e);
    } finally {
      end.run();
    }
  }
}
