package dev.entourage.benchmarks;

import dev.entourage.Workers;
import dev.entourage.transport.vertx.HostMain;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A pool of two workers on a cluster: a host in a JVM of its own on the loopback interface, without
 * TLS, and links that are closed by keys as everywhere.
 *
 * @param host the host's JVM
 * @param workers the pool
 */
record ClusterPool(PeerJvm host, Workers workers) implements AutoCloseable {

  private static final Map<String, String> CLUSTER =
      Map.of(
          "insecureLoopback", "true",
          "clusterName", "entourage-benchmarks-pool",
          "port", "15801",
          "members", "127.0.0.1:15801,127.0.0.1:15802");

  static ClusterPool start() throws IOException {
    List<String> arguments =
        CLUSTER.entrySet().stream().map(one -> one.getKey() + "=" + one.getValue()).toList();
    PeerJvm host =
        PeerJvm.start(
            HostMain.class,
            List.of(),
            Stream.concat(arguments.stream(), Stream.of("hostName=a", "maxWorkers=2")).toList());
    Workers.Builder builder = Workers.builder().transport("cluster").processes(2);
    CLUSTER.forEach(builder::option);
    return new ClusterPool(host, builder.build());
  }

  @Override
  public void close() {
    workers.close();
    host.close();
  }
}
