package dev.entourage.engine;

import dev.entourage.HostInfo;
import dev.entourage.spi.SerializationBackend;
import dev.entourage.spi.Transport;
import dev.entourage.worker.BusCodec;
import dev.entourage.worker.BusMessage.OpenSession;
import dev.entourage.worker.BusMessage.Reclaim;
import dev.entourage.worker.BusMessage.SessionClosed;
import dev.entourage.worker.BusMessage.ToDriver;
import dev.entourage.worker.BusMessage.WorkerLost;
import dev.entourage.worker.BusMessage.WorkerRefused;
import dev.entourage.worker.Pieces;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The workers of one driver. Thread-safe; nothing here waits. */
final class HostSession implements WorkerEvents {

  private final String id;
  private final OpenSession options;
  private final Optional<Path> code;
  private final SerializationBackend backend;
  private final Tally tally;
  private final HostEvents host;
  private final long since = System.nanoTime();
  private final Map<String, WorkerProcess> workers = new HashMap<>();
  private final Optional<HeadStart> first;
  private final WorkerArchive archive;
  private boolean closed;

  HostSession(
      String id,
      OpenSession options,
      Optional<Path> code,
      SerializationBackend backend,
      Tally tally,
      HostEvents host) {
    this.id = id;
    this.options = options;
    this.code = code;
    this.backend = backend;
    this.tally = tally;
    this.host = host;
    first = HeadStart.take(id);
    archive =
        first
            .map(HeadStart::archive)
            .orElseGet(() -> WorkerArchive.of(backend, options.jvmOptions()));
  }

  String id() {
    return id;
  }

  HostInfo.Session info(String driver) {
    return new HostInfo.Session(
        driver, Duration.ofNanos(System.nanoTime() - since), tally.counts());
  }

  synchronized void start(String name) {
    if (closed) {
      host.freed(this, name);
    } else {
      WorkerProcess worker = new WorkerProcess(name, options, code, this::launch, this);
      workers.put(name, worker);
      tally.started();
      worker.start();
    }
  }

  private Process launch() throws IOException {
    Optional<Process> early = first.flatMap(HeadStart::process);
    return early.isPresent()
        ? early.get()
        : WorkerCommand.of(options.jvmOptions(), options.environment(), backend, archive).start();
  }

  void refuse(String name) {
    tell(new WorkerRefused(name));
  }

  void reclaim(int count) {
    tell(new Reclaim(count));
  }

  void send(String name, Pieces frame) {
    WorkerProcess worker = worker(name);
    if (worker != null) {
      tally.sent(frame);
      worker.send(frame);
    }
  }

  Transport.Inflow inflow(String name) {
    WorkerProcess worker = worker(name);
    return worker == null ? Transport.Inflow.CLOSED : worker.inflow();
  }

  void kill(String name) {
    WorkerProcess worker = worker(name);
    if (worker != null) {
      worker.stop(true);
    }
  }

  synchronized void close(boolean now) {
    boolean opened = !closed;
    closed = true;
    workers.values().forEach(worker -> worker.stop(now));
    if (opened) {
      first.ifPresent(HeadStart::drop);
      // Now, since a script ends behind this, and neither before it, where tasks would be slower.
      archive.makeIfMissing();
    }
    if (opened && workers.isEmpty()) {
      ended();
    }
  }

  @Override
  public void said(byte[] frame) {
    tally.said(frame.length);
    host.tell(id, frame);
  }

  @Override
  public synchronized void lost(WorkerProcess worker, WorkerLost message) {
    workers.remove(message.worker());
    tally.ended(message.exitCode() != 0 && !worker.wasStopped());
    host.freed(this, message.worker());
    tell(message);
    if (closed && workers.isEmpty()) {
      ended();
    }
  }

  private synchronized WorkerProcess worker(String name) {
    return workers.get(name);
  }

  private void ended() {
    tell(new SessionClosed());
    host.ended(this);
  }

  private void tell(ToDriver message) {
    host.tell(id, BusCodec.encode(message));
  }
}
