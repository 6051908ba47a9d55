package dev.entourage.engine;

import dev.entourage.ConfigurationException;
import dev.entourage.worker.BusMessage.CloseSession;
import dev.entourage.worker.BusMessage.Greeting;
import dev.entourage.worker.BusMessage.OpenSession;
import dev.entourage.worker.BusMessage.StartWorker;
import dev.entourage.worker.BusMessage.WorkerLost;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The hosts of a pool: opens a session with each, spreads the workers over them, replaces those
 * that died. For the pool's control thread alone.
 */
final class Hosts {

  /** Workers that die before they take a task: after so many in a row another won't do better. */
  private static final int HOPELESS = 3;

  /** So many looks in a row without a host, and waiting tasks are given up. */
  private static final int FORLORN = 3;

  private final PoolOptions options;
  private final OpenSession opening;
  private final Bus bus;
  private final Dispatcher dispatcher;
  private final Notices notices;
  private final Map<String, HostState> hosts = new LinkedHashMap<>();
  private final Map<String, String> hostOf = new HashMap<>();
  private int names;
  private int failedStarts;
  private int looksWithoutHost;
  private boolean closing;

  Hosts(PoolOptions options, OpenSession opening, Bus bus, Dispatcher dispatcher, Notices notices) {
    this.options = options;
    this.opening = opening;
    this.bus = bus;
    this.dispatcher = dispatcher;
    this.notices = notices;
  }

  void joined(String host) {
    hosts.put(host, new HostState(host));
    bus.send(host, opening);
  }

  void greeted(String host, Greeting greeting) {
    HostState state = hosts.get(host);
    if (state == null) {
      return;
    }
    Optional<String> hindrance = hindrance(greeting);
    if (hindrance.isPresent()) {
      hosts.remove(host);
      refused(host, hindrance.get());
    } else {
      state.greeted(greeting);
    }
    spread();
  }

  void left(String host) {
    hosts.remove(host);
    hostOf.values().removeIf(host::equals);
    spread();
  }

  void started() {
    failedStarts = 0;
  }

  /** Another driver was faster: the host greets again when it has room. */
  void full(String host, String worker) {
    hostOf.remove(worker);
    if (hosts.containsKey(host)) {
      hosts.get(host).full();
    }
    spread();
  }

  /** A worker's process has ended; another takes its place. */
  void lost(WorkerLost worker, Loss loss) {
    String host = hostOf.remove(worker.worker());
    if (host != null && hosts.containsKey(host)) {
      hosts.get(host).ended();
    }
    tell(worker, loss);
    failedStarts += loss.wasStarted() ? 0 : 1;
    if (failedStarts < HOPELESS) {
      spread();
    } else {
      dispatcher.breakDown(doesNotStart(worker));
    }
  }

  /** Asks all hosts to end the session. */
  void close(boolean now, Awaited sessions) {
    closing = true;
    hosts.keySet().forEach(sessions::add);
    hosts.keySet().forEach(host -> bus.send(host, new CloseSession(now)));
  }

  /** Called now and then: tasks don't wait forever for a host that doesn't come. */
  void look() {
    looksWithoutHost = hosts.isEmpty() ? looksWithoutHost + 1 : 0;
    if (looksWithoutHost >= FORLORN) {
      dispatcher.failWaiting(
          new ConfigurationException(
              "A pool must have a host of workers: none is there. Start one, such as with entourage"
                  + " worker --cluster FILE, or check the options of the transport."));
    }
  }

  /** Workers are spread evenly once all hosts that are there have said what they offer. */
  private void spread() {
    if (closing || hosts.values().stream().anyMatch(HostState::isSilent)) {
      return;
    }
    for (Optional<HostState> next = next(); next.isPresent(); next = next()) {
      start(next.get());
    }
  }

  private Optional<HostState> next() {
    if (options.processes().isPresent() && hostOf.size() >= options.processes().getAsInt()) {
      return Optional.empty();
    }
    boolean one = options.processes().isEmpty();
    return hosts.values().stream()
        .filter(host -> host.hasRoom() && !(one && host.isCrowded()))
        .min(Comparator.comparingInt(HostState::workers));
  }

  private void start(HostState host) {
    String worker = "w" + ++names;
    host.begun();
    hostOf.put(worker, host.name());
    bus.send(host.name(), new StartWorker(worker));
  }

  private Optional<String> hindrance(Greeting greeting) {
    List<String> why = new ArrayList<>();
    if (!greeting.backends().contains(opening.backend())) {
      why.add(
          "backend="
              + opening.backend()
              + ", the host's backends="
              + greeting.backends()
              + ". On the host: "
              + Choice.backendFix(opening.backend()));
    }
    if (!opening.inherited().isEmpty() && !greeting.sameMachine()) {
      why.add("inheritClassPath(true) and byReference need a host in the driver's own JVM");
    }
    return why.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", why));
  }

  private void refused(String host, String why) {
    Log.LOG.warn("Host {} doesn't fit: {}", host, why);
    if (hosts.isEmpty()) {
      dispatcher.breakDown(
          new ConfigurationException("A host must fit the pool: host=" + host + ", " + why));
    }
  }

  /** What a worker takes with it is no surprise where we have ended it. */
  private void tell(WorkerLost worker, Loss loss) {
    if (!closing && loss.wasStarted() && !loss.wasAsked()) {
      notices.warn(
          "A worker ended, and another takes its place: "
              + Deaths.describe(worker)
              + ", tasks that run again="
              + loss.again().size()
              + ", given up="
              + loss.givenUp().size());
    }
  }

  private static ConfigurationException doesNotStart(WorkerLost worker) {
    return new ConfigurationException(
        "Worker JVMs must be able to start: the last one ended with exit code "
            + worker.exitCode()
            + " and printed "
            + worker.lastOutput()
            + ". Check jvmOptions and environment of the pool.");
  }
}
