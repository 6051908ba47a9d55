package dev.entourage.transport.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entourage.spi.Transport;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What a peer can do that has a certificate of the bus, but isn't who it says. */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT) // Each test has a cluster of its own, and waits for it.
class AttackTest {

  private static Path store;

  @TempDir private Path folder;
  private SecureCluster cluster;
  private final FakeHost end = new FakeHost();
  private final FakeDriver driver = new FakeDriver();
  private final Refusals atDriver = new Refusals();
  private Path driverKey;
  private Path hostKey;
  private Path driverList;
  private WorkerVerticle host;
  private Vertx driverNode;
  private Vertx hostNode;

  @BeforeAll
  static void makeCertificate(@TempDir Path certificates) throws Exception {
    store = TestKeys.selfSigned(certificates, "node");
  }

  @BeforeEach
  void open() throws Exception {
    cluster = new SecureCluster(store, folder);
    driverKey = cluster.key("driver");
    hostKey = cluster.key("host");
    driverList = Files.copy(TestKeys.listing(driverKey), folder.resolve("drivers"));
    hostNode = cluster.node();
    driverNode = cluster.node();
    host = cluster.host(hostNode, end, "a", hostKey, driverList);
  }

  @AfterEach
  void close() {
    cluster.close();
  }

  private Transport.Connection join() throws InterruptedException {
    Transport.Connection connection =
        cluster.driver(driverNode, driver, atDriver, driverKey, TestKeys.listing(hostKey));
    assertThat(FakeDriver.next(driver.joined)).isEqualTo("a");
    return connection;
  }

  @Test
  void whoHasNoCertificateIsNotHeard() throws Exception {
    RawBus bus = new RawBus(hostNode);
    Knock hello = hello("x-0", "");
    bus.sendWithoutCertificate(cluster.hostAddress("a"), hello.headers());
    assertThat(host.refusals().values()).containsOnly(0L);

    bus.send(store, cluster.hostAddress("a"), hello.headers());
    awaitRefusal(host::refusals, Refusal.UNKNOWN_KEY, 1);
  }

  @Test
  void whoHasNoListedKeyRunsNothing() throws Exception {
    FakeDriver stranger = new FakeDriver();
    cluster.driver(
        cluster.node(), stranger, atDriver, cluster.key("stranger"), TestKeys.listing(hostKey));

    awaitRefusal(host::refusals, Refusal.UNKNOWN_KEY, 2);
    assertThat(stranger.joined).isEmpty();
    assertThat(end.frames).isEmpty();
  }

  @Test
  void whoHasNoKeyAtAllRunsNothing() throws Exception {
    Attacker attacker = cluster.attacker();
    attacker.knock(cluster.hostAddress("a"), hello("x-0", ""));

    awaitRefusal(host::refusals, Refusal.UNKNOWN_KEY, 1);
  }

  @Test
  void whoClaimsAListedKeyMustProveIt() throws Exception {
    Attacker attacker = cluster.attacker();
    Knock.Hello hello = hello("x-0", Identity.read("key", driverKey).key().text());
    CompletableFuture<Knock.Welcome> answered = welcomes(attacker, "x");
    attacker.knock(cluster.hostAddress("a"), hello);
    Knock.Welcome welcome = answered.get(30, TimeUnit.SECONDS);
    byte[] toSign = Transcript.of(hello, welcome).toSign(Transcript.Role.DRIVER);
    byte[] signature = Identity.read("key", cluster.key("own")).sign(toSign);
    attacker.knock(cluster.hostAddress("a"), new Knock.Confirm("x-0", base64(signature)));

    awaitRefusal(host::refusals, Refusal.BAD_SIGNATURE, 1);
  }

  /** Somebody has one key for both, and the attacker sends the host what it has signed itself. */
  @Test
  void theHostsOwnSignatureIsNoProofOfADriver() throws Exception {
    FakeHost both = new FakeHost();
    host = cluster.host(hostNode, both, "b", hostKey, TestKeys.listing(hostKey));
    String id = cluster.hostAddress("b").substring(Addresses.host("").length());
    Attacker attacker = cluster.attacker();
    CompletableFuture<Knock.Welcome> answered = welcomes(attacker, "x");
    attacker.knock(
        cluster.hostAddress("b"),
        new Knock.Hello(
            "x-0",
            id,
            "n",
            Identity.read("key", hostKey).key().text(),
            Nonce.make(),
            Ephemeral.make().text()));
    String signature = answered.get(30, TimeUnit.SECONDS).signature();
    attacker.knock(cluster.hostAddress("b"), new Knock.Confirm("x-0", signature));

    awaitRefusal(host::refusals, Refusal.BAD_SIGNATURE, 1);
  }

  @Test
  void aGreetingForAnotherHostIsRefused() throws Exception {
    Attacker attacker = cluster.attacker();
    Knock.Hello hello = hello("x-0", Identity.read("key", driverKey).key().text());
    attacker.knock(
        cluster.hostAddress("a"),
        new Knock.Hello("x-0", "b@1", "n", hello.key(), hello.nonce(), hello.ephemeral()));

    awaitRefusal(host::refusals, Refusal.WRONG_HOST, 1);
  }

  @Test
  void aPartOfNoLinkIsRefused() throws Exception {
    cluster.attacker().send(cluster.hostAddress("a"), OtherEnd.driver("x-0", "n").frame(1));

    awaitRefusal(host::refusals, Refusal.WRONG_LINK, 1);
    assertThat(end.frames).isEmpty();
  }

  @Test
  void aReplayedPartIsRefused() throws Exception {
    List<Part> sent = SecureCluster.tap(driverNode);
    Part part = send(join(), sent, 42);
    Attacker attacker = cluster.attacker();
    attacker.send(cluster.hostAddress("a"), part);
    attacker.send(cluster.hostAddress("a"), part);

    awaitRefusal(host::refusals, Refusal.REPLAYED, 2);
    assertThat(end.frames).isEmpty();
  }

  @Test
  void aRecordedHandshakeOpensNothing() throws Exception {
    CompletableFuture<Knock.Hello> heard = new CompletableFuture<>();
    CompletableFuture<Knock.Confirm> proof = new CompletableFuture<>();
    driverNode
        .eventBus()
        .addOutboundInterceptor(
            sent -> {
              Knock.read(sent.message().headers())
                  .ifPresent(
                      knock -> {
                        if (knock instanceof Knock.Hello hello) {
                          heard.complete(hello);
                        } else if (knock instanceof Knock.Confirm confirm) {
                          proof.complete(confirm);
                        }
                      });
              sent.next();
            });
    Transport.Connection connection = join();
    Attacker attacker = cluster.attacker();
    attacker.knock(cluster.hostAddress("a"), heard.get());
    awaitRefusal(host::refusals, Refusal.REPLAYED, 1);
    connection.close();
    attacker.knock(cluster.hostAddress("a"), heard.get());
    awaitRefusal(host::refusals, Refusal.REPLAYED, 2);

    attacker.knock(cluster.hostAddress("a"), proof.get());
    awaitRefusal(host::refusals, Refusal.WRONG_LINK, 1);
  }

  @Test
  void aPartOfAnotherSessionIsRefused() throws Exception {
    List<Part> sent = SecureCluster.tap(driverNode);
    Part part = send(join(), sent, 42);
    FakeDriver other = new FakeDriver();
    cluster.driver(cluster.node(), other, atDriver, driverKey, TestKeys.listing(hostKey));
    FakeDriver.next(other.joined);
    Part elsewhere =
        new Part(
            ClusterLink.name(other.session(), 0),
            part.kind(),
            part.number(),
            part.heard(),
            part.total(),
            part.offset(),
            part.bytes());
    cluster.attacker().send(cluster.hostAddress("a"), elsewhere);

    awaitRefusal(host::refusals, Refusal.ALTERED, 1);
    assertThat(end.frames).isEmpty();
  }

  @Test
  void aPartThatWasSentToAnotherHostIsRefused() throws Exception {
    List<Part> sent = SecureCluster.tap(driverNode);
    Part part = send(join(), sent, 42);
    FakeHost otherEnd = new FakeHost();
    WorkerVerticle other = cluster.host(cluster.node(), otherEnd, "b", hostKey, driverList);
    cluster.attacker().send(cluster.hostAddress("b"), part);

    awaitRefusal(other::refusals, Refusal.WRONG_LINK, 1);
    assertThat(otherEnd.frames).isEmpty();
  }

  @Test
  void aPartThatIsSentBackIsRefused() throws Exception {
    List<Part> sent = SecureCluster.tap(driverNode);
    Part part = send(join(), sent, 42);
    cluster.attacker().send(Addresses.driver(driver.session()), part);

    awaitRefusal(atDriver::counts, Refusal.ALTERED, 1);
    assertThat(driver.frames).isEmpty();
  }

  @Test
  void nobodyElseEndsALink() throws Exception {
    Transport.Connection connection = join();
    Attacker attacker = cluster.attacker();
    String link = ClusterLink.name(driver.session(), 0);
    Part end = OtherEnd.driver(link, "n").end("so there");
    attacker.send(cluster.hostAddress("a"), end);
    attacker.send(Addresses.driver(driver.session()), end);

    awaitRefusal(host::refusals, Refusal.ALTERED, 1);
    awaitRefusal(atDriver::counts, Refusal.ALTERED, 1);
    connection.send("a", new byte[] {7});
    assertThat(FakeDriver.next(driver.frames).frame()).containsExactly(7);
  }

  @Test
  void aLengthOfTwoGigabytesIsRefused() throws Exception {
    Transport.Connection connection = join();
    Attacker attacker = cluster.attacker();
    Buffer wire = Buffer.buffer();
    new PartCodec().encodeToWire(wire, OtherEnd.driver("x-0", "n").frame(1));
    int total = Short.BYTES + 1 + 2 * Long.BYTES;
    attacker.send(cluster.hostAddress("a"), wire.copy().setInt(total, Integer.MAX_VALUE));
    attacker.send(cluster.hostAddress("a"), wire.copy().setInt(total + 8, Integer.MAX_VALUE));
    attacker.send(cluster.hostAddress("a"), Buffer.buffer(new byte[3]));
    Blocking.await(
        attacker.node().eventBus().sender(cluster.hostAddress("a")).write("no part at all"));

    awaitRefusal(host::refusals, Refusal.MALFORMED, 4);
    connection.send("a", new byte[] {7});
    assertThat(FakeDriver.next(driver.frames).frame()).containsExactly(7);
  }

  @Test
  void anImpostorGetsNoCode() throws Exception {
    Blocking.await(hostNode.close());
    WorkerVerticle impostor =
        cluster.host(cluster.node(), end, "a", cluster.key("impostor"), driverList);
    cluster.driver(driverNode, driver, atDriver, driverKey, TestKeys.listing(hostKey));

    awaitRefusal(atDriver::counts, Refusal.UNKNOWN_KEY, 1);
    assertThat(driver.joined).isEmpty();
    assertThat(impostor.refusals().values()).containsOnly(0L);
  }

  @Test
  void anImpostorThatClaimsAListedKeyMustProveIt() throws Exception {
    Blocking.await(hostNode.close());
    Attacker attacker = cluster.attacker();
    attacker
        .node()
        .eventBus()
        .consumer(
            Addresses.host("a@1"),
            message ->
                Knock.read(message.headers())
                    .filter(Knock.Hello.class::isInstance)
                    .ifPresent(
                        hello ->
                            attacker
                                .node()
                                .eventBus()
                                .sender(
                                    Addresses.driver(driver.session()),
                                    claim((Knock.Hello) hello).headers())
                                .write(null)));
    cluster.driver(driverNode, driver, atDriver, driverKey, TestKeys.listing(hostKey));
    attacker.announce(new Notice("a", "a@1", "n"));

    awaitRefusal(atDriver::counts, Refusal.BAD_SIGNATURE, 1);
    assertThat(driver.joined).isEmpty();
  }

  private Knock.Welcome claim(Knock.Hello hello) {
    String listed = Identity.read("key", hostKey).key().text();
    Knock.Welcome unsigned =
        new Knock.Welcome(
            hello.link(), "a", "n", listed, Nonce.make(), Ephemeral.make().text(), "");
    byte[] toSign = Transcript.of(hello, unsigned).toSign(Transcript.Role.HOST);
    return unsigned.signed(base64(Identity.generate().sign(toSign)));
  }

  @Test
  void aListedHostCannotAnswerForAnother() throws Exception {
    Vertx otherNode = cluster.node();
    List<Part> answers = SecureCluster.tap(otherNode);
    cluster.host(otherNode, new FakeHost(), "b", hostKey, driverList);
    Transport.Connection connection =
        cluster.driver(driverNode, driver, atDriver, driverKey, TestKeys.listing(hostKey));
    assertThat(List.of(FakeDriver.next(driver.joined), FakeDriver.next(driver.joined)))
        .containsExactlyInAnyOrder("a", "b");
    Part answer = send(connection, "b", answers, 42);
    String own = answer.link();
    String others = ClusterLink.name(driver.session(), own.endsWith("-0") ? 1 : 0);
    cluster
        .attacker()
        .send(
            Addresses.driver(driver.session()),
            new Part(others, answer.kind(), answer.number(), answer.heard(), 1, 0, answer.bytes()));

    awaitRefusal(atDriver::counts, Refusal.ALTERED, 1);
    assertThat(driver.frames).isEmpty();
  }

  @Test
  void aDriverWhoseKeyIsTakenOffTheListIsShownTheDoor() throws Exception {
    send(join(), SecureCluster.tap(driverNode), 42);
    Path others = folder.resolve("others");
    Files.copy(TestKeys.listing(hostKey), others);
    Files.move(others, driverList, StandardCopyOption.REPLACE_EXISTING);

    assertThat(FakeDriver.next(end.left)).startsWith(driver.session());
    assertThat(FakeDriver.next(driver.left)).isEqualTo("a");
    awaitRefusal(host::refusals, Refusal.UNKNOWN_KEY, 1);
    assertThat(driver.joined).isEmpty();
  }

  /** Sends a frame of one byte that comes back, and returns the part that it travelled in. */
  private Part send(Transport.Connection connection, List<Part> tapped, int content)
      throws InterruptedException {
    Part part = send(connection, "a", tapped, content);
    assertThat(FakeDriver.next(end.frames).frame()).containsExactly(content);
    return part;
  }

  private Part send(Transport.Connection connection, String to, List<Part> tapped, int content)
      throws InterruptedException {
    connection.send(to, new byte[] {(byte) content});
    assertThat(FakeDriver.next(driver.frames).frame()).containsExactly(content);
    return tapped.stream().filter(part -> part.kind() == Part.Kind.FRAME).findFirst().orElseThrow();
  }

  private Knock.Hello hello(String link, String key) {
    String id = cluster.hostAddress("a").substring(Addresses.host("").length());
    return new Knock.Hello(link, id, "n", key, Nonce.make(), Ephemeral.make().text());
  }

  private static CompletableFuture<Knock.Welcome> welcomes(Attacker attacker, String session) {
    CompletableFuture<Knock.Welcome> answered = new CompletableFuture<>();
    Blocking.await(
        attacker
            .node()
            .eventBus()
            .consumer(
                Addresses.driver(session),
                message ->
                    Knock.read(message.headers())
                        .filter(Knock.Welcome.class::isInstance)
                        .ifPresent(knock -> answered.complete((Knock.Welcome) knock)))
            .completion());
    return answered;
  }

  private static String base64(byte[] bytes) {
    return java.util.Base64.getEncoder().encodeToString(bytes);
  }

  /** Refusals are silent to whoever is refused: all that can be waited for is the count. */
  private static void awaitRefusal(
      Supplier<Map<Refusal, Long>> counts, Refusal refusal, int atLeast)
      throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (counts.get().get(refusal) < atLeast) {
      assertThat(System.nanoTime()).as("%s of %s", refusal, counts.get()).isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }
}
