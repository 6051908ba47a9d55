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
  private final Refusals refusals = new Refusals();
  private final ClusterBus bus = new ClusterBus(vertx, refusals);
  private final FakeHost end = new FakeHost();
  private final ClusterHost host =
      new ClusterHost("a", Lives.SILENCE, bus, Credentials.NONE, refusals);
  private final FakeDriver driver = new FakeDriver();
  private final ClusterDriver side = new ClusterDriver(driver, bus, Credentials.NONE, refusals);
  private final String link = ClusterLink.name(driver.session(), 0);
  private final OtherEnd atDriver = OtherEnd.driver(link, bus.node());

  private long links;

  SilenceTest() {
    host.attach(end.open(new HostOptions("a", 1, false), host::send));
  }

  @AfterEach
  void close() {
    Blocking.await(vertx.close());
  }

  @Test
  void aHostEndsTheWorkersOfADriverThatFellSilent() { // A34
    host.opened(atDriver.agreed, 0);
    host.received(atDriver.frame(1), SECOND);
    host.beat(11 * SECOND);
    assertThat(end.left).isEmpty();
    host.beat(12 * SECOND);

    assertThat(end.left).containsExactly(link);
  }

  @Test
  void aDriverThatComesBackInTimeGoesOnWhereItWas() { // A34
    host.opened(atDriver.agreed, 0);
    host.received(atDriver.frame(1), 0);
    host.beat(9 * SECOND);
    host.received(atDriver.frame(2), 9 * SECOND);
    host.beat(18 * SECOND);

    assertThat(end.left).isEmpty();
    assertThat(end.frames).hasSize(2);
  }

  @Test
  void aDriverThatComesBackWithANewLinkLeavesNothingUnderTheOldOne() {
    host.opened(atDriver.agreed, 0);
    OtherEnd again = OtherEnd.driver(ClusterLink.name(driver.session(), 1), bus.node());
    host.opened(again.agreed, SECOND);
    OtherEnd stranger = OtherEnd.driver("another-0", bus.node());
    host.opened(stranger.agreed, SECOND);
    assertThat(end.left).containsExactly(link);

    host.received(again.frame(1), SECOND);
    assertThat(end.frames).hasSize(1);
  }

  @Test
  void beatsKeepALinkAlive() {
    host.opened(atDriver.agreed, 0);
    for (int second = 0; second <= 100; second++) {
      host.received(atDriver.hears(second - 1).beat(), second * SECOND);
      host.beat(second * SECOND);
    }

    assertThat(end.left).isEmpty();
    assertThat(refusals.counts().values()).containsOnly(0L);
  }

  @Test
  void aPartIsHeardAMinuteAfterItWasMade() {
    Part part = heldBackFor60Seconds();
    host.received(part, 60 * SECOND);

    assertThat(end.frames).hasSize(1);
    assertThat(refusals.counts().values()).containsOnly(0L);
  }

  @Test
  void aPartThatWasHeldBackForLongerIsRefused() {
    Part part = heldBackFor60Seconds();
    host.received(part, 60 * SECOND + 1);

    assertThat(end.frames).isEmpty();
    assertThat(refusals.counts()).containsEntry(Refusal.EXPIRED, 1L);
  }

  @Test
  void anEndThatWasHeldBackForLongerIsRefused() {
    host.opened(atDriver.agreed, 0);
    Part over = atDriver.hears(0).end("over");
    goOnFor60Seconds();
    host.received(over, 61 * SECOND);

    assertThat(end.left).isEmpty();
    assertThat(refusals.counts()).containsEntry(Refusal.EXPIRED, 1L);
  }

  @Test
  void aPartThatHasHeardMoreThanWasSaidIsRefused() {
    host.opened(atDriver.agreed, 0);
    host.received(atDriver.hears(1).frame(1), 0);

    assertThat(end.frames).isEmpty();
    assertThat(refusals.counts()).containsEntry(Refusal.EXPIRED, 1L);
  }

  private Part heldBackFor60Seconds() {
    host.opened(atDriver.agreed, 0);
    Part part = atDriver.hears(0).untold(1);
    goOnFor60Seconds();
    return part;
  }

  private void goOnFor60Seconds() {
    for (int second = 1; second <= 60; second++) {
      host.received(atDriver.hears(second - 1).beat(), second * SECOND);
      host.beat(second * SECOND);
    }
  }

  @Test
  void aHostEndsALinkWhoseFrameStaysIncomplete() {
    host.opened(atDriver.agreed, 0);
    for (int second = 0; second <= 25; second++) {
      host.received(atDriver.beat(), second * SECOND);
      if (second == 5) {
        host.received(atDriver.slice(2, 0, (byte) 1), 5 * SECOND);
      }
      host.beat(second * SECOND);
      assertThat(end.left).hasSize(second <= 20 ? 0 : 1);
    }
    assertThat(end.left).containsExactly(link);
  }

  @Test
  void aHostEndsALinkWhoseSlicesDoNotFit() {
    host.opened(atDriver.agreed, 0);
    host.received(atDriver.slice(3, 0, (byte) 1), 0);
    host.received(atDriver.slice(3, 2, (byte) 1), 0);

    assertThat(end.left).containsExactly(link);
    assertThat(end.frames).isEmpty();
  }

  @Test
  void aHostHearsThatADriverEndedTheLink() {
    host.opened(atDriver.agreed, 0);
    host.received(atDriver.end("the driver has closed"), 0);
    host.received(atDriver.frame(1), 0);

    assertThat(end.left).containsExactly(link);
    assertThat(end.frames).isEmpty();
    assertThat(refusals.counts().values()).as("late, but no attack").containsOnly(0L);
  }

  @Test
  void aDriverHearsOfItsFirstHostsTogether() {
    join("a");
    OtherEnd gone = join("gone");
    side.received(gone.end("it has closed"), 0);
    join("b");
    assertThat(driver.joined).isEmpty();
    side.beat(0);

    assertThat(driver.joined).containsExactlyInAnyOrder("a", "b");
    assertThat(driver.left).isEmpty();
  }

  @Test
  void aDriverWaitsForItsFirstHostsToBelieveItButNotForLong() {
    join("a");
    side.agreed(OtherEnd.host(nextLink(), "slow", bus.node()).agreed, 0);
    side.beat(SECOND);
    side.beat(2 * SECOND);
    assertThat(driver.joined).isEmpty();
    side.beat(3 * SECOND);

    assertThat(driver.joined).containsExactly("a");
  }

  @Test
  void aDriverLosesAHostThatFellSilentAndFindsItAgain() {
    OtherEnd first = join("a");
    side.beat(0);
    assertThat(driver.joined).containsExactly("a");
    side.beat(10 * SECOND);
    assertThat(driver.left).isEmpty();
    side.beat(11 * SECOND);
    assertThat(driver.left).containsExactly("a");

    OtherEnd again = OtherEnd.host(nextLink(), "a", bus.node());
    side.agreed(again.agreed, 12 * SECOND);
    side.received(again.beat(), 12 * SECOND);
    assertThat(driver.joined).containsExactly("a", "a");
    side.received(first.frame(1), 12 * SECOND);
    assertThat(driver.frames).as("of the link that is no more").isEmpty();
    side.received(again.frame(2), 12 * SECOND);
    assertThat(driver.frames).hasSize(1);
  }

  @Test
  void aDriverUsesTheFirstOfTwoHostsWithOneName() {
    OtherEnd first = join("a");
    OtherEnd second = join("a");
    side.beat(0);
    side.received(second.end("it has closed"), 0);
    assertThat(driver.joined).containsExactly("a");
    assertThat(driver.left).isEmpty();

    side.received(first.end("it has closed"), 0);
    assertThat(driver.left).containsExactly("a");
    join("a");
    assertThat(driver.joined).containsExactly("a", "a");
  }

  @Test
  void aDriverThatClosedHearsNothing() {
    OtherEnd first = join("a");
    side.beat(0);
    Blocking.await(side.close());
    side.received(first.end("it has closed"), 0);
    side.received(first.frame(1), 0);
    join("b");

    assertThat(driver.joined).containsExactly("a");
    assertThat(driver.left).isEmpty();
    assertThat(driver.frames).isEmpty();
  }

  private OtherEnd join(String name) {
    OtherEnd host = OtherEnd.host(nextLink(), name, bus.node());
    side.agreed(host.agreed, 0);
    side.received(host.beat(), 0);
    return host;
  }

  private String nextLink() {
    return ClusterLink.name(driver.session(), links++);
  }
}
