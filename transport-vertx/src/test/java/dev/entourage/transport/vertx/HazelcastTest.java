package dev.entourage.transport.vertx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hazelcast.config.ClassFilter;
import com.hazelcast.config.Config;
import dev.entourage.ConfigurationException;
import dev.entourage.spi.Transport;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class HazelcastTest {

  private final int port = freePort();
  private final Map<String, String> values =
      Map.of(
          "insecureLoopback",
          "true",
          "port",
          String.valueOf(port),
          "members",
          "127.0.0.1:" + port,
          "clusterName",
          "test-" + UUID.randomUUID());
  private final ClusterOptions options = ClusterOptions.read(values::get);

  @Test
  void aDriverFindsAHostOverHazelcastAndLosesIt() throws Exception {
    Vertx node = ClusteredVertx.start(options);
    FakeHost host = new FakeHost();
    FakeDriver driver = new FakeDriver();
    driver.options.putAll(values);
    WorkerVerticle worker =
        new WorkerVerticle(
            WorkerVerticleOptions.defaults().withHostName("a").withInsecureLoopback(true),
            host::open);
    Blocking.await(node.deployVerticle(worker));
    try (Transport.Connection connection = new ClusterTransport().connect(driver)) {
      assertThat(FakeDriver.next(driver.joined)).isEqualTo("a");
      byte[] frame = new byte[3 << 20];
      frame[frame.length - 1] = 9;
      connection.send("a", frame);
      assertThat(FakeDriver.next(driver.frames).frame()).isEqualTo(frame);
      Blocking.await(node.close());
      assertThat(FakeDriver.next(driver.left)).isEqualTo("a");
    }
    assertThat(host.closed.getCount()).isZero();
  }

  @Test
  void aDriverJoinsOverTlsFromItsOptions(@TempDir Path folder) throws Exception {
    String store = TestKeys.selfSigned(folder, "node").toString();
    Map<String, String> secure = new HashMap<>(values);
    secure.remove("insecureLoopback");
    secure.put("host", "127.0.0.1");
    secure.putAll(Map.of("keyStore", store, "keyStorePassword", TestKeys.PASSWORD));
    secure.putAll(Map.of("trustStore", store, "trustStorePassword", TestKeys.PASSWORD));
    Path driverKey = TestKeys.peer(folder, "driver");
    Path hostKey = TestKeys.peer(folder, "host");
    Vertx node = ClusteredVertx.start(ClusterOptions.read(secure::get));
    FakeDriver driver = new FakeDriver();
    driver.options.putAll(secure);
    driver.options.put("key", driverKey.toString());
    driver.options.put("hosts", TestKeys.listing(hostKey).toString());
    WorkerVerticleOptions options =
        WorkerVerticleOptions.defaults().withKeys(hostKey, TestKeys.listing(driverKey));
    Blocking.await(node.deployVerticle(new WorkerVerticle(options, new FakeHost()::open)));
    try (Transport.Connection connection = new ClusterTransport().connect(driver)) {
      connection.send(FakeDriver.next(driver.joined), new byte[] {8});
      assertThat(FakeDriver.next(driver.frames).frame()).containsExactly(8);
    } finally {
      Blocking.await(node.close());
    }
  }

  @Test
  void aMemberOnEveryInterfaceIsRefused() {
    Config config = HazelcastMember.config(options);
    config.setProperty("hazelcast.socket.bind.any", "true");

    assertRefused(config, "Hazelcast's member is bound to more than loopback");
  }

  @Test
  void aMemberIsBoundToTheAddressOfItsHost() {
    Map<String, String> named = new HashMap<>(values);
    named.put("host", "localhost");

    assertThat(
            HazelcastMember.config(ClusterOptions.read(named::get))
                .getNetworkConfig()
                .getInterfaces()
                .getInterfaces())
        .containsExactly("127.0.0.1");
  }

  @Test
  void aMemberThatLooksAroundIsAFlaw() {
    Config config = HazelcastMember.config(options);
    assertThat(HazelcastTrust.flaws(config)).isEmpty();

    config.getNetworkConfig().getJoin().getMulticastConfig().setEnabled(true);
    assertThat(HazelcastTrust.flaws(config)).singleElement().asString().contains("multicast");
    assertThat(HazelcastTrust.flaws(new Config())).anyMatch(flaw -> flaw.contains("multicast"));
  }

  @Test
  void aMemberReadsNoForeignClasses() {
    ClassFilter known =
        HazelcastMember.config(options)
            .getSerializationConfig()
            .getJavaSerializationFilterConfig()
            .getWhitelist();

    assertThat(known.isListed("io.vertx.spi.cluster.hazelcast.impl.HazelcastNodeInfo")).isTrue();
    assertThat(known.isListed("org.codehaus.groovy.runtime.MethodClosure")).isFalse();
  }

  @Test
  void aMemberThatPhonesHomeIsAFlaw() {
    Config config = HazelcastMember.config(options);
    config.setProperty("hazelcast.phone.home.enabled", "true");

    assertThat(HazelcastTrust.flaws(config)).singleElement().asString().contains("phones home");
  }

  private static void assertRefused(Config config, String why) {
    Vertx node =
        Blocking.await(
            Vertx.builder()
                .with(
                    new VertxOptions()
                        .setEventBusOptions(new EventBusOptions().setHost("127.0.0.1")))
                .withClusterManager(new HazelcastClusterManager(config))
                .buildClustered());
    try {
      assertThatThrownBy(() -> ClusterTrust.require(node, true))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining(why);
    } finally {
      Blocking.await(node.close());
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException noPort) {
      throw new IllegalStateException(noPort);
    }
  }
}
