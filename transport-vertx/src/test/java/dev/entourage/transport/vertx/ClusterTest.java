package dev.entourage.transport.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entourage.spi.Transport;
import io.vertx.core.Vertx;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Timeout(120)
@Execution(ExecutionMode.CONCURRENT) // Each test has a cluster of its own, and waits for it.
class ClusterTest {

  private final StaticCluster cluster = new StaticCluster();
  private final List<Vertx> opened = new ArrayList<>();
  private final FakeDriver driver = new FakeDriver();
  private final FakeHost host = new FakeHost();

  @AfterEach
  void close() {
    opened.forEach(vertx -> Blocking.await(vertx.close()));
  }

  @Test
  void aDriverFindsAHostThatWasThereBefore() throws Exception {
    serve("a", host);
    try (Transport.Connection connection = join(driver)) {
      assertThat(FakeDriver.next(driver.joined)).isEqualTo("a");
      assertThat(connection).isNotNull();
      assertThat(host.options.name()).isEqualTo("a");
      assertThat(host.options.sameMachine()).isFalse();
    }
  }

  @Test
  void aDriverFindsAHostThatComesLater() throws Exception {
    try (Transport.Connection connection = join(driver)) {
      serve("a", host);
      assertThat(FakeDriver.next(driver.joined)).isEqualTo("a");
      assertThat(connection).isNotNull();
    }
  }

  @Test
  void framesArriveInTheOrderOfTheCallsBothWays() throws Exception {
    serve("a", host);
    try (Transport.Connection connection = join(driver)) {
      FakeDriver.next(driver.joined);
      for (int i = 0; i < 5_000; i++) {
        connection.send("a", ByteBuffer.allocate(4).putInt(i).array());
      }
      for (int i = 0; i < 5_000; i++) {
        assertThat(ByteBuffer.wrap(FakeDriver.next(host.frames).frame()).getInt()).isEqualTo(i);
        FakeDriver.Received back = FakeDriver.next(driver.frames);
        assertThat(back.host()).isEqualTo("a");
        assertThat(ByteBuffer.wrap(back.frame()).getInt()).isEqualTo(i);
      }
    }
  }

  @Test
  void largeFramesArriveWholeAndInOrderWithSmallOnes() throws Exception {
    byte[] large = new byte[40 << 20];
    new Random(7).nextBytes(large);
    serve("a", host);
    try (Transport.Connection connection = join(driver)) {
      FakeDriver.next(driver.joined);
      connection.send("a", new byte[] {1});
      connection.send("a", large.clone());
      connection.send("a", new byte[0]);
      assertThat(FakeDriver.next(driver.frames).frame()).containsExactly(1);
      assertThat(FakeDriver.next(driver.frames).frame()).isEqualTo(large);
      assertThat(FakeDriver.next(driver.frames).frame()).isEmpty();
    }
  }

  @Test
  void twoDriversAndTwoHostsDoNotMeet() throws Exception {
    FakeHost otherHost = new FakeHost();
    FakeDriver otherDriver = new FakeDriver();
    serve("a", host);
    serve("b", otherHost);
    try (Transport.Connection one = join(driver);
        Transport.Connection two = join(otherDriver)) {
      assertThat(List.of(FakeDriver.next(driver.joined), FakeDriver.next(driver.joined)))
          .containsExactlyInAnyOrder("a", "b");
      assertThat(List.of(FakeDriver.next(otherDriver.joined), FakeDriver.next(otherDriver.joined)))
          .containsExactlyInAnyOrder("a", "b");
      one.send("a", new byte[] {1});
      two.send("b", new byte[] {2});
      assertThat(FakeDriver.next(host.frames).session()).startsWith(driver.session());
      assertThat(FakeDriver.next(otherHost.frames).session()).startsWith(otherDriver.session());
      assertThat(FakeDriver.next(driver.frames).frame()).containsExactly(1);
      assertThat(FakeDriver.next(otherDriver.frames).frame()).containsExactly(2);
    }
    assertThat(driver.frames).isEmpty();
    assertThat(otherDriver.frames).isEmpty();
  }

  @Test
  void closingADriverEndsItsSessionAtTheHost() throws Exception {
    serve("a", host);
    try (Transport.Connection connection = join(driver)) {
      FakeDriver.next(driver.joined);
      connection.send("a", new byte[1]);
      FakeDriver.next(driver.frames);
    }

    assertThat(FakeDriver.next(host.left)).startsWith(driver.session());
    assertThat(driver.left).isEmpty();
    assertThat(cluster.addresses()).noneMatch(address -> address.contains("driver."));
  }

  @Test
  void undeployingAHostIsReportedToItsDriversAndClosesIt() throws Exception {
    Vertx node = node();
    String id = serve(node, "a", host);
    try (Transport.Connection connection = join(driver)) {
      FakeDriver.next(driver.joined);
      Blocking.await(node.undeploy(id));
      assertThat(host.drains).containsExactly(30L);
      assertThat(host.closed.getCount()).isZero();
      assertThat(FakeDriver.next(driver.left)).isEqualTo("a");
      assertThat(cluster.addresses()).noneMatch(address -> address.contains("host."));
      connection.send("a", new byte[1]);
    }
    assertThat(host.frames).isEmpty();
  }

  @Test
  void aHostWhoseNodeVanishedIsReported() throws Exception {
    Vertx node = node();
    serve(node, "a", host);
    try (Transport.Connection connection = join(driver)) {
      FakeDriver.next(driver.joined);
      cluster.forget(node);
      assertThat(FakeDriver.next(driver.left)).isEqualTo("a");
      assertThat(connection).isNotNull();
    }
  }

  @Test
  void aDriverWhoseVertxIsClosedLosesItsHosts() throws Exception {
    serve("a", host);
    Vertx driverNode = node();
    try (Transport.Connection connection = join(driverNode, driver)) {
      FakeDriver.next(driver.joined);
      Blocking.await(driverNode.close());
      assertThat(FakeDriver.next(driver.left)).isEqualTo("a");
      connection.send("a", new byte[1]);
    }
    assertThat(host.frames).isEmpty();
  }

  @Test
  void theWorkersOfADriverWhoseNodeVanishedAreEnded() throws Exception { // A34
    serve("a", host);
    Vertx driverNode = node();
    try (Transport.Connection connection = join(driverNode, driver)) {
      FakeDriver.next(driver.joined);
      connection.send("a", new byte[1]);
      FakeDriver.next(driver.frames);
      cluster.forget(driverNode);
      assertThat(FakeDriver.next(host.left)).startsWith(driver.session());
    }
  }

  @Test
  void aDriverAndAHostMayShareANode() throws Exception {
    Vertx node = node();
    serve(node, "a", host);
    try (Transport.Connection connection = join(node, driver)) {
      FakeDriver.next(driver.joined);
      connection.send("a", new byte[] {5});
      assertThat(FakeDriver.next(driver.frames).frame()).containsExactly(5);
    }
  }

  private Vertx node() {
    Vertx vertx = cluster.node();
    opened.add(vertx);
    return vertx;
  }

  private void serve(String name, FakeHost with) {
    serve(node(), name, with);
  }

  private static String serve(Vertx vertx, String name, FakeHost with) {
    WorkerVerticleOptions options =
        WorkerVerticleOptions.defaults()
            .withHostName(name)
            .withInsecureLoopback(true)
            .withGrace(Duration.ofSeconds(3));
    return Blocking.await(vertx.deployVerticle(new WorkerVerticle(options, with::open)));
  }

  private Transport.Connection join(FakeDriver who) {
    return join(node(), who);
  }

  private static Transport.Connection join(Vertx vertx, FakeDriver who) {
    who.options.put("insecureLoopback", "true");
    return new JoinedTransport(vertx, new Refusals()).connect(who);
  }
}
