package dev.entourage.engine;

import dev.entourage.spi.Transport;
import dev.entourage.worker.BusCodec;
import dev.entourage.worker.BusMessage.OpenSession;
import dev.entourage.worker.BusMessage.Output;
import dev.entourage.worker.BusMessage.WorkerLost;
import dev.entourage.worker.BusMessage.WorkerStarted;
import dev.entourage.worker.Link;
import dev.entourage.worker.LinkCodec;
import dev.entourage.worker.LinkMessage.Begin;
import dev.entourage.worker.LinkMessage.Bye;
import dev.entourage.worker.LinkMessage.Ready;
import dev.entourage.worker.Pieces;
import dev.entourage.worker.TaskCounts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One worker JVM of a session, from its start to its end. A thread of its own follows its life and
 * reads its link; it reports the end in any case, and last.
 */
final class WorkerProcess {

  /** Starts a JVM. */
  interface Launch {
    Process start() throws IOException;
  }

  /** How long a JVM may take to connect, in seconds; tenths of one are usual. */
  private static final long START = 60;

  /** How long a worker may take to end by itself, in seconds. */
  private static final long GRACE = 4;

  /** How long it may take with an archive or a recording to write, in seconds. */
  private static final long GRACE_TO_WRITE = 14;

  /** How long the last replies of a process that has ended may take to be read, in seconds. */
  private static final long LAST = 2;

  private final String name;
  private final OpenSession session;
  private final Optional<Path> code;
  private final Launch jvm;
  private final WorkerEvents events;
  private final LastLines lastLines = new LastLines();
  private final OutputLimit limit = new OutputLimit(System::nanoTime);
  private final Outbox outbox = new Outbox();
  private final StartTurn turn = new StartTurn(StartQueue.OF_MACHINE);
  private Process process;
  private ProcessOutput output;
  private boolean stopped;

  /** Null until the worker has started. */
  private volatile LinkReaders readers;

  WorkerProcess(
      String name, OpenSession session, Optional<Path> code, Launch jvm, WorkerEvents events) {
    this.name = name;
    this.session = session;
    this.code = code;
    this.jvm = jvm;
    this.events = events;
  }

  void start() {
    Threads.start("entourage-worker-" + name, this::live);
  }

  /** Returns at once. */
  void send(Pieces frame) {
    LinkReaders started = readers;
    if (started != null) {
      started.sent(TaskCounts.brought(frame));
    }
    outbox.add(frame);
  }

  /** What it says, once it has started. */
  Transport.Inflow inflow() {
    LinkReaders started = readers;
    return started == null ? Transport.Inflow.CLOSED : started;
  }

  /** Asks the worker to end, and ends it where that doesn't help. Returns at once. */
  synchronized void stop(boolean now) {
    stopped = true;
    turn.end();
    if (process != null) {
      end(process, now);
    }
  }

  /** Says whether it was asked to end. */
  synchronized boolean wasStopped() {
    return stopped;
  }

  private void live() {
    try {
      turn.await();
      if (!wasStopped()) {
        startAndServe();
      }
    } catch (IOException | RuntimeException e) {
      Log.LOG.debug("Worker {} ends", name, e);
      lastLines.add(String.valueOf(e.getMessage()));
    } finally {
      turn.end();
      outbox.close();
      events.lost(this, awaitEnd());
    }
  }

  /** The door isn't made before: a driver that is killed leaves it behind until a worker knows. */
  private void startAndServe() throws IOException {
    try (Door door = Door.open()) {
      launch(door);
      serve(connect(door));
    }
  }

  private void launch(Door door) throws IOException {
    Process started = jvm.start();
    drain(started);
    // Without it a JVM that dies at once would be awaited for a minute.
    started.onExit().thenRun(door::close);
    keep(started);
    started.getOutputStream().write(door.setup().toLine().getBytes(StandardCharsets.UTF_8));
    started.getOutputStream().flush();
  }

  private synchronized void keep(Process started) {
    process = started;
    if (stopped) {
      end(started, true);
    }
  }

  private void drain(Process started) {
    output = new ProcessOutput(name, started, this::printed);
  }

  private void printed(String lines, boolean error) {
    lastLines.add(lines);
    limit.pass(lines).ifPresent(text -> events.said(new Output(name, error, text)));
  }

  private Link connect(Door door) throws IOException {
    try {
      return door.worker().orTimeout(START, TimeUnit.SECONDS).join();
    } catch (CompletionException e) {
      String why =
          e.getCause() instanceof TimeoutException ? " within " + START + " seconds" : " and ended";
      throw new IOException("entourage: The worker has not connected" + why, e.getCause());
    }
  }

  private void serve(Link link) throws IOException {
    try (link) {
      endWithProcess(link);
      link.cap(session.cap());
      link.send(begin());
      if (link.receive() instanceof Ready ready) {
        link.unblock();
        outbox.open(link);
        readers =
            new LinkReaders(
                link,
                BusCodec.fromWorkerPrefix(name),
                frame -> events.said(BusCodec.finish(frame)));
        turn.end();
        events.said(new WorkerStarted(name, process.pid(), ready.javaVersion()));
        readers.keep();
      }
    }
  }

  /** What inherited the worker's end of the link keeps it open when the worker is dead. */
  private void endWithProcess(Link link) {
    process
        .onExit()
        .thenRun(
            () -> {
              inflow().attend();
              Clock.after(LAST, TimeUnit.SECONDS, link::close);
            });
  }

  private Begin begin() {
    return new Begin(
        name,
        session.backend(),
        session.inherited(),
        EnginePath.ofThisJvm(),
        code.map(Path::toString),
        session.slots(),
        session.cap());
  }

  private void end(Process running, boolean now) {
    inflow().attend();
    if (now) {
      running.destroyForcibly();
    } else {
      outbox.add(LinkCodec.pieces(new Bye()));
      Clock.after(grace(), TimeUnit.SECONDS, running::destroyForcibly);
    }
  }

  private long grace() {
    return session.jvmOptions().stream().anyMatch(WorkerCommand::writesAtExit)
        ? GRACE_TO_WRITE
        : GRACE;
  }

  /** The link has ended, so the process must. */
  private WorkerLost awaitEnd() {
    Process ended = process;
    if (ended == null) {
      return new WorkerLost(name, -1, -1, lastLines.copy());
    }
    closeInput(ended);
    int exitCode = ProcessEnd.await(ended, grace());
    output.awaitEnd();
    limit.rest().ifPresent(text -> events.said(new Output(name, true, text)));
    return new WorkerLost(name, ended.pid(), exitCode, lastLines.copy());
  }

  /**
   * A JVM that ends waits for a thread that reads: for 0.3 seconds, unless that comes to an end.
   */
  private static void closeInput(Process ended) {
    try {
      ended.getOutputStream().close();
    } catch (IOException e) {
      Log.LOG.debug("Closing the input of a worker failed", e);
    }
  }
}
