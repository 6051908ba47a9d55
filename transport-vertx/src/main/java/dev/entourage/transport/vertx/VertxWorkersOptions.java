package dev.entourage.transport.vertx;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How {@link VertxWorkers} join a cluster; the same choices as those of {@code Workers.Builder}.
 * Start from {@link #defaults()}. Workers of a cluster never see the driver's class path: all but
 * the JDK travels.
 *
 * @param processes how many worker JVMs over all hosts; empty: as many as the hosts have processors
 * @param slots how many tasks one worker runs at once
 * @param backend the serialization backend; empty: Kryo when it is there, else the only one found
 * @param jvmOptions more options of each worker's command line
 * @param options options of the transport by name; there are {@code insecureLoopback}, {@code key}
 *     and {@code hosts}
 * @since 0.1
 */
public record VertxWorkersOptions(
    OptionalInt processes,
    int slots,
    Optional<String> backend,
    List<String> jvmOptions,
    Map<String, String> options) {

  private static final VertxWorkersOptions DEFAULTS =
      new VertxWorkersOptions(OptionalInt.empty(), 1, Optional.empty(), List.of(), Map.of());

  /** Copies what could change. */
  public VertxWorkersOptions {
    jvmOptions = List.copyOf(jvmOptions);
    options = Map.copyOf(options);
  }

  /**
   * Returns what holds when nothing is said.
   *
   * @return the defaults
   */
  public static VertxWorkersOptions defaults() {
    return DEFAULTS;
  }

  /**
   * Sets how many worker JVMs there are over all hosts.
   *
   * @param n at least 1
   * @return these options with that number
   */
  public VertxWorkersOptions withProcesses(int n) {
    return new VertxWorkersOptions(OptionalInt.of(n), slots, backend, jvmOptions, options);
  }

  /**
   * Sets how many tasks one worker runs at once.
   *
   * @param tasksAtOnceInOneWorker at least 1
   * @return these options with that number
   */
  public VertxWorkersOptions withSlots(int tasksAtOnceInOneWorker) {
    return new VertxWorkersOptions(processes, tasksAtOnceInOneWorker, backend, jvmOptions, options);
  }

  /**
   * Picks the serialization backend.
   *
   * @param id such as {@code "kryo"}
   * @return these options with that backend
   */
  public VertxWorkersOptions withBackend(String id) {
    return new VertxWorkersOptions(processes, slots, Optional.of(id), jvmOptions, options);
  }

  /**
   * Adds options to the command line of each worker JVM.
   *
   * @param more such as {@code "-Xmx512m"}
   * @return these options with those as well
   */
  public VertxWorkersOptions withJvmOptions(String... more) {
    List<String> all = new ArrayList<>(jvmOptions);
    all.addAll(List.of(more));
    return new VertxWorkersOptions(processes, slots, backend, all, options);
  }

  /**
   * Sets an option of the transport.
   *
   * @param name its name; an unknown one is refused when joining
   * @param value its value
   * @return these options with that one
   */
  public VertxWorkersOptions withOption(String name, String value) {
    Map<String, String> all = new HashMap<>(options);
    all.put(name, value);
    return new VertxWorkersOptions(processes, slots, backend, jvmOptions, all);
  }

  /**
   * Says who this driver is and which hosts it trusts with its code. Hosts list the public half of
   * the driver's key. The list may change at any time.
   *
   * @param own a file that {@code entourage keygen} or {@link KeyFile} made
   * @param ofHosts a file with a line for each host, as those have in their {@code .pub} files
   * @return these options with those files
   */
  public VertxWorkersOptions withKeys(Path own, Path ofHosts) {
    return withOption(ClusterOptions.KEY, own.toString())
        .withOption(ClusterOptions.HOSTS, ofHosts.toString());
  }

  /**
   * Says whether a bus without TLS will do, given that everything is bound to the loopback
   * interface; for tests and trials on one machine.
   *
   * @param yes true: it will, and anything bound elsewhere is refused
   * @return these options with that rule
   */
  public VertxWorkersOptions withInsecureLoopback(boolean yes) {
    return withOption(ClusterOptions.INSECURE_LOOPBACK, String.valueOf(yes));
  }
}
