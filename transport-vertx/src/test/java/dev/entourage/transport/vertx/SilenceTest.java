package dev.entourage.transport.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entourage.engine.HostOptions;
import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Both sides of a cluster, under a clock of the test's own. */
@Timeout(60)
class SilenceTest {

  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final Vertx vertx = new StaticCluster().node();
  private final ClusterBus bus = new ClusterBus(vertx);
  private final FakeHost end = new FakeHost();
  private final ClusterHost host = new ClusterHost("a", bus);
  private final FakeDriver driver = new FakeDriver();
  private final ClusterDriver side = new ClusterDriver(driver, bus);
  private final String link = ClusterLink.name(driver.session(), 0);

  SilenceTest() {
    host.attach(end.open(new HostOptions("a", 1, false), host::send));
  }

  @AfterEach
  void close() {
    Blocking.await(vertx.close());
  }

  @Test
  void aHostEndsTheWorkersOfADriverThatFellSilent() { // A34
    host.heard(driverSays(Notice.Kind.HERE, driver.session()), 0);
    host.received(Part.whole(link, 0, new byte[1]), SECOND);
    host.beat(10 * SECOND);
    assertThat(end.left).isEmpty();
    host.beat(11 * SECOND);

    assertThat(end.left).containsExactly(link);
  }

  @Test
  void aHostWaitsForTheFirstBeatOfADriverWhoseFrameWasFaster() {
    host.received(Part.whole(link, 0, new byte[1]), 0);
    host.beat(5 * SECOND);
    assertThat(end.left).isEmpty();
    host.heard(driverSays(Notice.Kind.HERE, driver.session()), 6 * SECOND);
    host.beat(15 * SECOND);
    assertThat(end.left).isEmpty();
    host.beat(17 * SECOND);

    assertThat(end.left).containsExactly(link);
  }

  @Test
  void aHostEndsALinkWhoseFrameStaysIncomplete() {
    for (int second = 0; second <= 40; second++) {
      host.heard(driverSays(Notice.Kind.HERE, driver.session()), second * SECOND);
      if (second == 5) {
        host.received(new Part(link, 0, 2, 0, new byte[1]), 5 * SECOND);
      }
      host.beat(second * SECOND);
      assertThat(end.left).hasSize(second <= 35 ? 0 : 1);
    }
    assertThat(end.left).containsExactly(link);
  }

  @Test
  void aHostEndsALinkWhoseSlicesDoNotFit() {
    host.heard(driverSays(Notice.Kind.HERE, driver.session()), 0);
    host.received(new Part(link, 0, 3, 0, new byte[1]), 0);
    host.received(new Part(link, 1, 3, 2, new byte[1]), 0);

    assertThat(end.left).containsExactly(link);
    assertThat(end.frames).isEmpty();
  }

  @Test
  void aHostIgnoresLinksOfNobody() {
    host.received(Part.whole("nobody", 0, new byte[1]), 0);
    host.received(Part.whole("a b-0", 0, new byte[1]), 0);

    assertThat(end.frames).isEmpty();
  }

  @Test
  void aDriverHearsOfItsFirstHostsTogether() {
    side.heard(hostSays(Notice.Kind.HERE, "a", "a@1"), 0);
    side.heard(hostSays(Notice.Kind.HERE, "gone", "gone@1"), 0);
    side.heard(hostSays(Notice.Kind.BYE, "gone", "gone@1"), 0);
    side.heard(hostSays(Notice.Kind.HERE, "b", "b@1"), 0);
    assertThat(driver.joined).isEmpty();
    side.beat(0);

    assertThat(driver.joined).containsExactlyInAnyOrder("a", "b");
    assertThat(driver.left).isEmpty();
  }

  @Test
  void aDriverLosesAHostThatFellSilentAndFindsItAgain() {
    side.heard(hostSays(Notice.Kind.HERE, "a", "a@1"), 0);
    side.beat(0);
    assertThat(driver.joined).containsExactly("a");
    side.beat(10 * SECOND);
    assertThat(driver.left).isEmpty();
    side.beat(11 * SECOND);
    assertThat(driver.left).containsExactly("a");

    side.heard(hostSays(Notice.Kind.HERE, "a", "a@1"), 12 * SECOND);
    assertThat(driver.joined).containsExactly("a", "a");
    side.received(Part.whole(link, 0, new byte[] {1}), 12 * SECOND);
    assertThat(driver.frames).as("of the link that is no more").isEmpty();
    side.received(Part.whole(ClusterLink.name(driver.session(), 1), 0, new byte[] {2}), 0);
    assertThat(driver.frames).hasSize(1);
  }

  @Test
  void aDriverUsesTheFirstOfTwoHostsWithOneName() {
    side.heard(hostSays(Notice.Kind.HERE, "a", "a@1"), 0);
    side.heard(hostSays(Notice.Kind.HERE, "a", "a@2"), 0);
    side.beat(0);
    side.heard(hostSays(Notice.Kind.BYE, "a", "a@2"), 0);
    assertThat(driver.joined).containsExactly("a");
    assertThat(driver.left).isEmpty();

    side.heard(hostSays(Notice.Kind.BYE, "a", "a@1"), 0);
    assertThat(driver.left).containsExactly("a");
    side.heard(hostSays(Notice.Kind.HERE, "a", "a@2"), 0);
    assertThat(driver.joined).containsExactly("a", "a");
  }

  @Test
  void aDriverLosesAHostThatEndedTheLink() {
    side.heard(hostSays(Notice.Kind.HERE, "a", "a@1"), 0);
    side.beat(0);
    side.heard(hostSays(Notice.Kind.UNLINK, "a", "of-another-driver-0"), 0);
    assertThat(driver.left).isEmpty();
    side.heard(hostSays(Notice.Kind.UNLINK, "a", link), 0);

    assertThat(driver.left).containsExactly("a");
  }

  @Test
  void aDriverThatClosedHearsNothing() {
    side.heard(hostSays(Notice.Kind.HERE, "a", "a@1"), 0);
    side.beat(0);
    Blocking.await(side.close());
    side.heard(hostSays(Notice.Kind.BYE, "a", "a@1"), 0);
    side.heard(hostSays(Notice.Kind.HERE, "b", "b@1"), 0);
    side.received(Part.whole(link, 0, new byte[1]), 0);

    assertThat(driver.joined).containsExactly("a");
    assertThat(driver.left).isEmpty();
    assertThat(driver.frames).isEmpty();
  }

  private Notice driverSays(Notice.Kind kind, String id) {
    return new Notice(kind, driver.session(), id, bus.node());
  }

  private Notice hostSays(Notice.Kind kind, String name, String id) {
    return new Notice(kind, name, id, bus.node());
  }
}
