package dev.entourage.transport.vertx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.ConfigurationException;
import dev.entourage.spi.Transport;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.net.PfxOptions;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ClusterTrustTest {

  private static Path store;

  private final StaticCluster cluster = new StaticCluster();
  private Vertx vertx;

  @BeforeAll
  static void makeKeys(@TempDir Path folder) throws Exception {
    store = TestKeys.selfSigned(folder, "node");
  }

  @AfterEach
  void close() {
    if (vertx != null) {
      Blocking.await(vertx.close());
    }
  }

  @Test
  void refusesAPlainBusWithoutTheFlag() {
    vertx = cluster.node(bus("127.0.0.1"));

    assertRefused(false, "it has no TLS", "setClientAuth(ClientAuth.REQUIRED)");
  }

  @Test
  void acceptsAPlainBusOnLoopbackWithTheFlag() {
    vertx = cluster.node(bus("127.0.0.1"));

    assertAccepted(true);
  }

  @Test
  void acceptsAPlainBusOnLocalhostWithTheFlag() {
    vertx = cluster.node(bus("localhost"));

    assertAccepted(true);
  }

  @Test
  void refusesABusBoundToEveryInterfaceDespiteTheFlag() {
    vertx = cluster.node(bus("0.0.0.0"));

    assertRefused(true, "insecureLoopback is set, but");
  }

  @Test
  void refusesABusThatOnlySaysThatItIsOnLoopback() {
    vertx = cluster.node(bus("0.0.0.0").setClusterPublicHost("127.0.0.1"));

    assertRefused(true, "bound to more than loopback");
  }

  @Test
  void refusesABusOnAnotherInterfaceDespiteTheFlag() throws Exception {
    Optional<String> address = otherInterface();
    Assumptions.assumeTrue(address.isPresent(), "this machine has no other interface");
    vertx = cluster.node(bus(address.get()));

    assertRefused(true, "which is not loopback");
  }

  @Test
  void refusesTlsWithoutClientAuthentication() {
    vertx = cluster.node(tls("127.0.0.1", ClientAuth.NONE));

    assertRefused(false, "it has TLS, but serves peers that have no client certificate");
  }

  @Test
  void refusesTlsThatOnlyRequestsClientCertificates() {
    vertx = cluster.node(tls("127.0.0.1", ClientAuth.REQUEST));

    assertRefused(false, "it has TLS, but serves peers that have no client certificate");
  }

  @Test
  void acceptsTlsThatRequiresClientCertificates() {
    vertx = cluster.node(tls("127.0.0.1", ClientAuth.REQUIRED));

    assertAccepted(false);
  }

  @Test
  void acceptsTlsOnEveryInterface() {
    vertx = cluster.node(tls("0.0.0.0", ClientAuth.REQUIRED));

    assertAccepted(false);
    assertAccepted(true);
  }

  @Test
  void acceptsOlderTlsThatRequiresClientCertificates() {
    vertx =
        cluster.node(
            tls("127.0.0.1", ClientAuth.REQUIRED)
                .setEnabledSecureTransportProtocols(Set.of("TLSv1.2")));

    assertAccepted(false);
  }

  @Test
  void acceptsTlsFromPemFiles() throws Exception {
    TestKeys.writePem(store, "node");
    Map<String, String> options =
        Map.of(
            "privateKey", store.resolveSibling("key.pem").toString(),
            "certificate", store.resolveSibling("certificate.pem").toString(),
            "authorities", store.resolveSibling("certificate.pem").toString());
    EventBusOptions bus = bus("127.0.0.1");
    BusTls.read(options::get).orElseThrow().applyTo(bus);
    vertx = cluster.node(bus);

    assertAccepted(false);
  }

  @Test
  void refusesAVertxWithoutACluster() {
    vertx = Vertx.vertx(QuietVertx.options());

    assertRefused(true, "not clustered");
  }

  @Test
  void bothFacesAskFirst() {
    vertx = cluster.node(bus("127.0.0.1"));
    Transport unsafe = new JoinedTransport(vertx, new Refusals());
    FakeHost host = new FakeHost();
    WorkerVerticle worker = new WorkerVerticle(WorkerVerticleOptions.defaults(), host::open);

    assertThatThrownBy(() -> unsafe.connect(new FakeDriver()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("it has no TLS");
    assertThatThrownBy(() -> Blocking.await(vertx.deployVerticle(worker)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("it has no TLS");
    assertThat(host.options).isNull();
  }

  @Test
  void framesGoOverTls(@TempDir Path folder) throws Exception {
    Path driverKey = TestKeys.peer(folder, "driver");
    Path hostKey = TestKeys.peer(folder, "host");
    vertx = cluster.node(tls("127.0.0.1", ClientAuth.REQUIRED));
    Vertx driverNode = cluster.node(tls("127.0.0.1", ClientAuth.REQUIRED));
    FakeDriver driver = new FakeDriver();
    driver.options.put("key", driverKey.toString());
    driver.options.put("hosts", TestKeys.listing(hostKey).toString());
    WorkerVerticleOptions options =
        WorkerVerticleOptions.defaults().withKeys(hostKey, TestKeys.listing(driverKey));
    WorkerVerticle worker = new WorkerVerticle(options, new FakeHost()::open);
    Blocking.await(vertx.deployVerticle(worker));
    try (Transport.Connection connection =
        new JoinedTransport(driverNode, new Refusals()).connect(driver)) {
      connection.send(FakeDriver.next(driver.joined), new byte[] {3});
      assertThat(FakeDriver.next(driver.frames).frame()).containsExactly(3);
    } finally {
      Blocking.await(driverNode.close());
    }
  }

  private static EventBusOptions bus(String host) {
    return new EventBusOptions().setHost(host);
  }

  private static EventBusOptions tls(String host, ClientAuth clients) {
    EventBusOptions bus = bus(host);
    PfxOptions keys = new PfxOptions().setPath(store.toString()).setPassword(TestKeys.PASSWORD);
    new BusTls(keys, keys).applyTo(bus);
    return bus.setClientAuth(clients);
  }

  private static Optional<String> otherInterface() throws Exception {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
        .map(InetAddress::getHostAddress)
        .findFirst();
  }

  private void assertAccepted(boolean insecureLoopback) {
    assertThatCode(() -> ClusterTrust.require(vertx, insecureLoopback)).doesNotThrowAnyException();
  }

  private void assertRefused(boolean insecureLoopback, String... why) {
    assertThatThrownBy(() -> ClusterTrust.require(vertx, insecureLoopback))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll(why);
  }
}
