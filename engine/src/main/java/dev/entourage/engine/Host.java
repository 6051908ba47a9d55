package dev.entourage.engine;

import dev.entourage.EntourageException;
import dev.entourage.HostInfo;
import dev.entourage.spi.SerializationBackend;
import dev.entourage.spi.Transport;
import dev.entourage.worker.BusCodec;
import dev.entourage.worker.BusMessage;
import dev.entourage.worker.BusMessage.AskStatus;
import dev.entourage.worker.BusMessage.CloseSession;
import dev.entourage.worker.BusMessage.Greeting;
import dev.entourage.worker.BusMessage.KillWorker;
import dev.entourage.worker.BusMessage.OpenSession;
import dev.entourage.worker.BusMessage.StartWorker;
import dev.entourage.worker.BusMessage.Status;
import dev.entourage.worker.BusMessage.ToWorker;
import dev.entourage.worker.Frames;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Owns the worker JVMs of one machine: starts them, links to them, ends them. Frames come from
 * drivers and go to them through a transport; no task runs in the host's JVM, and of a frame for a
 * worker it looks at no more than how many tasks it brings. Thread-safe.
 *
 * @since 0.1
 */
public final class Host implements HostEnd {

  /** How long all workers may take to end, in seconds; each is destroyed long before. */
  private static final long PATIENCE = 15;

  private final HostOptions options;
  private final Uplink uplink;
  private final List<SerializationBackend> backends = Providers.all(SerializationBackend.class);
  private final Map<String, HostSession> sessions = new ConcurrentHashMap<>();
  private final Allotment allotment;
  private final Tally tally = new Tally();
  private final Awaited ends = new Awaited();
  private final ExecutorService control =
      Executors.newSingleThreadExecutor(Threads.named("entourage-host"));

  /**
   * Makes a host without workers.
   *
   * @param options what it offers
   * @param uplink the way to the drivers
   */
  public Host(HostOptions options, Uplink uplink) {
    this.options = options;
    this.uplink = uplink;
    allotment = new Allotment(options.maxWorkers(), sessions, this::greet, this::inOrder);
  }

  @Override
  public void received(String session, List<ByteBuffer> frame) {
    int protocol = BusCodec.protocol(frame.get(0));
    if (protocol != Frames.VERSION) {
      Log.LOG.warn(
          "Session {} speaks protocol {}, this host {}", session, protocol, Frames.VERSION);
      inOrder(() -> greet(session)); // Whose first byte tells that driver why.
      return;
    }
    try {
      handle(session, BusCodec.decode(frame));
    } catch (EntourageException e) {
      Log.LOG.warn("Dropped a frame of session {}: {}", session, e.getMessage());
    }
  }

  @Override
  public Transport.Inflow inflow(String session, String worker) {
    HostSession opened = sessions.get(session);
    return opened == null ? Transport.Inflow.CLOSED : opened.inflow(worker);
  }

  @Override
  public void driverLeft(String session) {
    inOrder(() -> close(session, true));
  }

  @Override
  public HostInfo info() {
    return new HostInfo(
        options.name(),
        System.getProperty("java.version"),
        backendIds(),
        options.maxWorkers(),
        tally.counts(),
        uplink.refused(),
        sessions.values().stream()
            .map(session -> session.info(uplink.driver(session.id())))
            .sorted(Comparator.comparing(HostInfo.Session::age).reversed())
            .toList());
  }

  private List<String> backendIds() {
    return backends.stream().map(SerializationBackend::id).toList();
  }

  @Override
  public boolean drain(long seconds) {
    CompletableFuture.runAsync(allotment::drain, control).join();
    return allotment.awaitNone(seconds);
  }

  @Override
  public void close() {
    inOrder(() -> sessions.keySet().forEach(session -> close(session, true)));
    control.shutdown();
    Awaited.quietly(control, PATIENCE);
    ends.await(PATIENCE);
  }

  /** Frames for workers go straight on; all else is done in its order by one thread. */
  private void handle(String session, BusMessage message) {
    if (message instanceof ToWorker relay) {
      relay(session, relay);
    } else if (message instanceof OpenSession open) {
      inOrder(() -> open(session, open));
    } else if (message instanceof StartWorker start) {
      inOrder(() -> start(session, start.worker()));
    } else if (message instanceof KillWorker kill) {
      inOrder(() -> kill(session, kill.worker()));
    } else if (message instanceof CloseSession close) {
      inOrder(() -> close(session, close.now()));
    } else if (message instanceof AskStatus) {
      uplink.send(session, BusCodec.encode(new Status(info())));
    }
  }

  private void inOrder(Runnable step) {
    new Guarded(control).execute(step);
  }

  private void relay(String id, ToWorker relay) {
    of(id, session -> session.send(relay.worker(), relay.frame()));
  }

  private void open(String id, OpenSession open) {
    Providers.byId(backends, SerializationBackend::id, open.backend())
        .ifPresent(backend -> sessions.computeIfAbsent(id, i -> session(i, open, backend)));
    greet(id);
  }

  private HostSession session(String id, OpenSession open, SerializationBackend backend) {
    ends.add(id);
    allotment.opened(id);
    return new HostSession(id, open, options.code(), backend, tally.part(), new Events());
  }

  private void greet(String session) {
    Greeting greeting =
        new Greeting(
            System.getProperty("java.version"),
            backendIds(),
            allotment.room(),
            allotment.share(session),
            Runtime.getRuntime().availableProcessors(),
            options.sameMachine(),
            options.code().isPresent());
    uplink.send(session, BusCodec.encode(greeting));
  }

  private void start(String id, String worker) {
    of(id, session -> allotment.ask(session, worker));
  }

  private void kill(String id, String worker) {
    of(id, session -> session.kill(worker));
  }

  private void close(String id, boolean now) {
    of(
        id,
        session -> {
          allotment.closed(id);
          session.close(now);
        });
  }

  private void of(String id, Consumer<HostSession> action) {
    Optional.ofNullable(sessions.get(id)).ifPresent(action);
  }

  private final class Events implements HostEvents {

    @Override
    public void tell(String session, byte[] frame) {
      uplink.send(session, frame);
    }

    @Override
    public void freed(HostSession session, String worker) {
      inOrder(() -> allotment.freed(session.id(), worker));
    }

    @Override
    public void ended(HostSession session) {
      sessions.remove(session.id());
      ends.remove(session.id());
      inOrder(() -> allotment.ended(session.id()));
    }
  }
}
