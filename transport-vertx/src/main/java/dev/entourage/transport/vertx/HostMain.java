package dev.entourage.transport.vertx;

import dev.entourage.ConfigurationException;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A program that serves tasks to a cluster from this machine until it is ended: a clustered Vert.x
 * with a {@link WorkerVerticle}.
 *
 * <pre>
 * java -cp … dev.entourage.transport.vertx.HostMain hostName=a maxWorkers=2 \
 *     insecureLoopback=true port=5701 members=127.0.0.1:5701,127.0.0.1:5702
 * </pre>
 *
 * <p>Its arguments are the options of {@link ClusterTransport}, but {@code drivers}, the list of
 * the drivers' keys that may run code here, instead of {@code hosts}; and {@code hostName}, {@code
 * maxWorkers}, and in seconds {@code grace} and {@code drain}, of {@link WorkerVerticleOptions}. It
 * prints {@code ready <hostName>} when drivers can find it. On SIGTERM it lets the tasks that are
 * under way end, ends its workers and leaves the cluster.
 *
 * @since 0.1
 */
public final class HostMain {

  private static final String HOST_NAME = "hostName";
  private static final String MAX_WORKERS = "maxWorkers";
  private static final String GRACE = "grace";
  private static final String DRAIN = "drain";

  /** The options that drivers don't have. */
  private static final List<String> NAMES = List.of(HOST_NAME, MAX_WORKERS, GRACE, DRAIN);

  private HostMain() {}

  /**
   * Starts the host.
   *
   * @param arguments options, as {@code name=value}
   * @throws InterruptedException never while the process lives
   */
  public static void main(String[] arguments) throws InterruptedException {
    QuietConsole.hush();
    Vertx vertx;
    try {
      vertx = serve(options(arguments));
    } catch (ConfigurationException refused) {
      System.err.println(refused.getMessage());
      System.exit(1);
      return;
    }
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> Blocking.await(vertx.close()), "entourage-host-end"));
    Thread.currentThread().join();
  }

  private static Vertx serve(Map<String, String> options) {
    ClusterOptions cluster = ClusterOptions.read(options::get);
    WorkerVerticleOptions worker = worker(options, cluster.insecureLoopback());
    worker.credentials(); // What is wrong with them is told before seconds pass.
    Vertx vertx = ClusteredVertx.start(cluster);
    try {
      Blocking.await(vertx.deployVerticle(new WorkerVerticle(worker)));
    } catch (RuntimeException | Error failure) {
      Blocking.await(vertx.close());
      throw failure;
    }
    System.out.println("ready " + worker.hostName());
    return vertx;
  }

  private static WorkerVerticleOptions worker(Map<String, String> options, boolean loopback) {
    UnaryOperator<String> values = ClusterFile.behind(options::get);
    WorkerVerticleOptions defaults = WorkerVerticleOptions.defaults();
    try {
      return new WorkerVerticleOptions(
          options.getOrDefault(HOST_NAME, defaults.hostName()),
          Integer.parseInt(
              options.getOrDefault(MAX_WORKERS, String.valueOf(defaults.maxWorkers()))),
          loopback,
          ClusterOptions.path(values, ClusterOptions.KEY),
          ClusterOptions.path(values, ClusterOptions.DRIVERS),
          seconds(options.get(GRACE), defaults.grace()),
          seconds(options.get(DRAIN), defaults.drain()));
    } catch (IllegalArgumentException refused) {
      throw new ConfigurationException(refused.getMessage(), refused);
    }
  }

  private static Duration seconds(String value, Duration otherwise) {
    return value == null ? otherwise : Duration.ofSeconds(Long.parseLong(value));
  }

  private static Map<String, String> options(String[] arguments) {
    Map<String, String> options = new HashMap<>();
    for (String argument : arguments) {
      String[] pair = argument.split("=", 2);
      if (pair.length != 2 || !isKnown(pair[0])) {
        throw new ConfigurationException(
            "Arguments are name=value, with names "
                + ClusterOptions.NAMES
                + " and "
                + NAMES
                + ": "
                + argument);
      }
      options.put(pair[0], pair[1]);
    }
    return options;
  }

  private static boolean isKnown(String name) {
    return ClusterOptions.NAMES.contains(name) || NAMES.contains(name);
  }
}
