package dev.entourage.engine;

import dev.entourage.worker.BusMessage.CloseSession;
import dev.entourage.worker.BusMessage.Greeting;
import dev.entourage.worker.BusMessage.OpenSession;
import dev.entourage.worker.BusMessage.StartWorker;
import dev.entourage.worker.BusMessage.WorkerLost;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * The hosts of a pool: opens a session with each, starts workers there, replaces those that died.
 * For the pool's control thread alone.
 */
final class Hosts {

  /** So many looks in a row without a host, and waiting tasks are given up. */
  private static final int FORLORN = 3;

  private final Placement placement;
  private final OpenSession opening;
  private final Bus bus;
  private final Dispatcher dispatcher;
  private final HostJavas javas;
  private final HostNotices notices;
  private final Executor control;
  private final Map<String, HostState> hosts = new LinkedHashMap<>();
  private final Map<String, String> hostOf = new HashMap<>();

  /** Those that are given back as well, until they have ended; read by the transport's threads. */
  private final Map<String, String> owners = new ConcurrentHashMap<>();

  private int names;
  private int looksWithoutHost;
  private boolean unfit;
  private boolean closing;

  Hosts(
      PoolOptions options,
      OpenSession opening,
      Bus bus,
      Dispatcher dispatcher,
      HostJavas javas,
      Notices notices,
      Executor control) {
    placement = new Placement(options.processes());
    this.opening = opening;
    this.bus = bus;
    this.dispatcher = dispatcher;
    this.javas = javas;
    this.notices = new HostNotices(notices);
    this.control = control;
  }

  /** Says whether a worker was asked of a host, and not of another; on any thread. */
  boolean owns(String host, String worker) {
    return host.equals(owners.get(worker));
  }

  void joined(String host) {
    hosts.put(host, new HostState(host));
    javas.joined(host);
    bus.send(host, opening);
  }

  void greeted(String host, Greeting greeting) {
    HostState state = hosts.get(host);
    if (state == null) {
      return;
    }
    Optional<String> hindrance = Hindrance.of(opening, greeting);
    if (hindrance.isPresent()) {
      refused(host, hindrance.get());
    } else {
      state.greeted(greeting);
      javas.greeted(host, state.java());
      mend();
      dispatcher.failUnrunnable(javas);
    }
    spread();
  }

  /** A host speaks another protocol: nothing else that it says can be read. */
  void unlike(String host, int protocol) {
    if (hosts.containsKey(host)) {
      refused(host, Hindrance.protocol(protocol));
    }
    spread();
  }

  void left(String host) {
    forget(host);
    spread();
  }

  private void forget(String host) {
    HostState gone = hosts.remove(host);
    if (gone != null) {
      gone.restarts().goOn();
    }
    hostOf.values().removeIf(host::equals);
    owners.values().removeIf(host::equals);
    javas.left(host);
  }

  void started(String host) {
    HostState state = hosts.get(host);
    if (state != null) {
      state.started();
      reclaimed(host, state.paysBack());
    }
  }

  /** A host wants workers back. Others take their places elsewhere, where there is room. */
  void reclaimed(String host, int workers) {
    HostState state = hosts.get(host);
    if (state != null && workers > 0) {
      List<String> ending = dispatcher.retire(host, workers);
      hostOf.keySet().removeAll(ending);
      state.reclaimed(ending.size(), workers - ending.size());
    }
    spread();
  }

  /** Another driver was faster: the host greets again when it has room. */
  void full(String host, String worker) {
    hostOf.remove(worker);
    owners.remove(worker);
    if (hosts.containsKey(host)) {
      hosts.get(host).full();
    }
    spread();
  }

  /** A worker's process has ended; another takes its place. */
  void lost(WorkerLost worker, Loss loss) {
    HostState host = hosts.get(hostOf.remove(worker.worker()));
    owners.remove(worker.worker());
    if (!closing) {
      notices.ended(worker, loss);
    }
    if (host != null && !closing) {
      host.ended(loss.wasStarted());
      goOn(host, worker, loss);
    }
    spread();
  }

  private void goOn(HostState host, WorkerLost worker, Loss loss) {
    if (loss.wasStarted()) {
      host.restarts().goOn();
      return;
    }
    host.restarts().failed(() -> control.execute(() -> tryAgain(List.of(host))));
    if (isHopeless()) {
      giveUp(worker);
    } else {
      notices.notStarted(worker, host.restarts().delay());
    }
  }

  /** As long as one worker lives, or may yet start, tasks have something to wait for. */
  private boolean isHopeless() {
    return dispatcher.members().isEmpty()
        && (JvmExit.hasBegun() || hosts.values().stream().allMatch(HostState::isHopeless));
  }

  /** The next task may find that the cause has gone. */
  private void giveUp(WorkerLost last) {
    List<HostState> resting = List.copyOf(hosts.values());
    resting.forEach(host -> host.restarts().rest());
    dispatcher
        .backlog()
        .strand(HostNotices.noneStarts(last), () -> control.execute(() -> tryAgain(resting)));
  }

  private void tryAgain(List<HostState> paused) {
    paused.forEach(host -> host.restarts().goOn());
    spread();
  }

  /** Asks all hosts to end the session. */
  void close(boolean now, Awaited sessions) {
    closing = true;
    hosts.values().forEach(host -> host.restarts().goOn());
    hosts.keySet().forEach(sessions::add);
    hosts.keySet().forEach(host -> bus.send(host, new CloseSession(now)));
  }

  /** Called now and then: tasks don't wait forever for a host that doesn't come. */
  void look() {
    looksWithoutHost = hosts.isEmpty() ? looksWithoutHost + 1 : 0;
    dispatcher.failUnrunnable(javas);
    hosts.values().forEach(HostState::overdue);
    spread();
    if (looksWithoutHost >= FORLORN) {
      dispatcher.backlog().failWaiting(HostNotices.noHost());
    }
  }

  /** Workers are spread evenly once all hosts that are there have said what they offer. */
  private void spread() {
    if (closing || hosts.values().stream().anyMatch(HostState::isAwaited)) {
      return;
    }
    for (Optional<HostState> next = next(); next.isPresent(); next = next()) {
      start(next.get());
    }
  }

  private Optional<HostState> next() {
    return placement.next(hosts.values(), hostOf.size());
  }

  private void start(HostState host) {
    String worker = "w" + ++names;
    host.begun();
    hostOf.put(worker, host.name());
    owners.put(worker, host.name());
    bus.send(host.name(), new StartWorker(worker));
  }

  private void refused(String host, String why) {
    forget(host);
    notices.unfit(host, why);
    if (hosts.isEmpty()) {
      unfit = true;
      dispatcher.backlog().breakDown(HostNotices.noneFits(host, why));
    }
  }

  /** One that fits makes good for those that came before it. */
  private void mend() {
    if (unfit) {
      unfit = false;
      dispatcher.backlog().mend();
    }
  }
}
