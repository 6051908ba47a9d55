package dev.entourage.transport.vertx;

import dev.entourage.spi.Transport;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.core.net.PfxOptions;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A cluster in this JVM whose nodes speak TLS, with drivers and hosts that have keys. */
final class SecureCluster {

  private final StaticCluster cluster = new StaticCluster();
  private final Deque<Runnable> opened = new ArrayDeque<>();
  private final Path store;
  private final Path keys;

  /**
   * Makes a cluster.
   *
   * @param store whose certificate is every node's
   * @param keys where keys are made
   */
  SecureCluster(Path store, Path keys) {
    this.store = store;
    this.keys = keys;
  }

  /** A node with a certificate. */
  Vertx node() {
    PfxOptions options = new PfxOptions().setPath(store.toString()).setPassword(TestKeys.PASSWORD);
    EventBusOptions bus = new EventBusOptions().setHost("127.0.0.1");
    new BusTls(options, options).applyTo(bus);
    Vertx vertx = cluster.node(bus);
    opened.push(() -> Blocking.await(vertx.close()));
    return vertx;
  }

  Attacker attacker() {
    return new Attacker(node());
  }

  /** Makes a key; the list of those that trust it is next to it. */
  Path key(String name) {
    return TestKeys.peer(keys, name);
  }

  /** A host that is there. */
  WorkerVerticle host(Vertx node, FakeHost end, String name, Path key, Path drivers) {
    WorkerVerticleOptions options =
        WorkerVerticleOptions.defaults().withHostName(name).withKeys(key, drivers);
    WorkerVerticle verticle = new WorkerVerticle(options, end::open);
    Blocking.await(node.deployVerticle(verticle));
    return verticle;
  }

  /** A driver that looks for hosts. */
  Transport.Connection driver(
      Vertx node, FakeDriver driver, Refusals refusals, Path key, Path hosts) {
    driver.options.put("key", key.toString());
    driver.options.put("hosts", hosts.toString());
    Transport.Connection connection = new JoinedTransport(node, refusals).connect(driver);
    opened.push(connection::close);
    return connection;
  }

  /** Sees all parts that leave a node. */
  static List<Part> tap(Vertx node) {
    List<Part> parts = new CopyOnWriteArrayList<>();
    node.eventBus()
        .addOutboundInterceptor(
            sent -> {
              if (sent.body() instanceof Part part) {
                parts.add(part);
              }
              sent.next();
            });
    return parts;
  }

  /** Returns the address of a host that somebody listens to. */
  String hostAddress(String name) {
    return cluster.addresses().stream()
        .filter(address -> address.startsWith(Addresses.host(name + "@")))
        .findFirst()
        .orElseThrow();
  }

  void close() {
    while (!opened.isEmpty()) {
      opened.pop().run();
    }
  }
}
