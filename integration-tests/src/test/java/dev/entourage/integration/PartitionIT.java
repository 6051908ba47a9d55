package dev.entourage.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A driver and two hosts on machines of their own, with certificates and keys, on a network that
 * fails. Each round is 2,000 tasks, of which some are with the host that gets into trouble.
 */
@Execution(ExecutionMode.SAME_THREAD) // One network, which one test breaks at a time.
class PartitionIT {

  private static final String RIGHT = "round=2000 right, each once: true";

  @TempDir static Path folder;

  private static Optional<Network> network = Optional.empty();
  private static SecureCluster cluster;
  private static Driver a;
  private static Driver b;
  private static Driver driver;

  @BeforeAll
  static void start() throws Exception {
    network = Network.of(3);
    assumeTrue(network.isPresent(), "needs the rights to make network namespaces, and iproute2");
    cluster = SecureCluster.make(folder, network.get(), List.of("a", "b"));
    a = cluster.host("a").start();
    a.await("ready a"::equals);
    b = cluster.host("b").start();
    b.await("ready b"::equals);
    driver = cluster.driver(Product.driver("RoundsDriver")).start();
    awaitBoth();
  }

  @AfterAll
  static void end() {
    Stream.of(driver, a, b).filter(started -> started != null).forEach(Driver::close);
    network.ifPresent(Network::close);
  }

  @Test
  void everyTaskEndsRightThroughAPartitionThatHeals() {
    driver.tell("round");
    driver.awaitNext("under way"::equals);
    network.get().part(cluster.driverNode(), cluster.node("b"));
    driver.awaitNext(RIGHT::equals);
    driver.tell("hosts a");
    driver.awaitNext("hosts=[a]"::equals);
    network.get().heal();
    awaitBoth();
    assertRound();
  }

  @Test
  void everyTaskEndsRightWhenConnectionsBreakUnderIt() {
    driver.tell("round");
    driver.awaitNext("under way"::equals);
    network.get().breakConnections(cluster.node("b"));
    driver.awaitNext(RIGHT::equals);
    awaitBoth();
    assertRound();
  }

  @Test
  void everyTaskEndsRightWhileAHostIsPaused() throws IOException {
    driver.tell("round");
    driver.awaitNext("under way"::equals);
    signal("STOP");
    driver.awaitNext(RIGHT::equals);
    signal("CONT");
    awaitBoth();
    assertRound();
  }

  private static void assertRound() {
    driver.tell("round");
    assertThat(driver.awaitNext(line -> line.startsWith("round="))).isEqualTo(RIGHT);
  }

  private static void awaitBoth() {
    driver.tell("hosts a,b");
    driver.awaitNext("hosts=[a, b]"::equals);
  }

  /** The host's own JVM alone: its workers go on. */
  private static void signal(String name) throws IOException {
    String pid = String.valueOf(b.process().pid());
    new ProcessBuilder("kill", "-" + name, pid).inheritIO().start().onExit().join();
  }
}
