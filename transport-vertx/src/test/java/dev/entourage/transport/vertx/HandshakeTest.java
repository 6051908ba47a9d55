package dev.entourage.transport.vertx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.transport.vertx.Knock.Hello;
import dev.entourage.transport.vertx.Knock.Welcome;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The steps of a handshake, one by one. */
class HandshakeTest {

  private final Hello hello = new Hello("s-0", "a@1", "n1", "", "bm9uY2U=", "ZXBo");
  private final Welcome welcome = new Welcome("s-0", "a", "n2", "", "bm9uY2Uy", "ZXBoMg==", "");

  @Test
  void knocksComeBackAsTheyWere() {
    List<Knock> knocks =
        List.of(
            hello,
            welcome.signed("c2ln"),
            new Knock.Confirm("s-0", "c2ln"),
            new Knock.Sorry("s-0", "a", "UNKNOWN_KEY"));

    assertThat(knocks).allSatisfy(knock -> assertThat(Knock.read(headers(knock))).contains(knock));
  }

  @Test
  void whatIsNoKnockIsNotRead() {
    assertThat(Knock.read(headers(hello).set("protocol", "1"))).isEmpty();
    assertThat(Knock.read(headers(hello).set("knock", "other"))).isEmpty();
    assertThat(Knock.read(headers(hello).remove("nonce"))).isEmpty();
    assertThat(Knock.read(headers(hello).set("nonce", "no base64"))).isEmpty();
    assertThat(Knock.read(headers(hello).set("nonce", "A".repeat(204)))).isEmpty();
    assertThat(Knock.read(headers(hello).set("key", "AAAA"))).isEmpty();
    assertThat(Knock.read(headers(hello).set("link", "a b"))).isEmpty();
  }

  private static MultiMap headers(Knock knock) {
    return MultiMap.caseInsensitiveMultiMap().addAll(knock.headers().getHeaders());
  }

  @Test
  void aTranscriptTellsEachWordFromEachOther() {
    List<Transcript> all = new ArrayList<>(List.of(Transcript.of(hello, welcome)));
    all.add(Transcript.of(new Hello("s-1", "a@1", "n1", "", "bm9uY2U=", "ZXBo"), welcome));
    all.add(Transcript.of(new Hello("s-0", "a@2", "n1", "", "bm9uY2U=", "ZXBo"), welcome));
    all.add(Transcript.of(new Hello("s-0", "a@1n", "1", "", "bm9uY2U=", "ZXBo"), welcome));
    all.add(Transcript.of(new Hello("s-0", "a@1", "n1", "k", "bm9uY2U=", "ZXBo"), welcome));
    all.add(Transcript.of(new Hello("s-0", "a@1", "n1", "", "other", "ZXBo"), welcome));
    all.add(Transcript.of(new Hello("s-0", "a@1", "n1", "", "bm9uY2U=", "other"), welcome));
    all.add(Transcript.of(hello, new Welcome("s-0", "b", "n2", "", "bm9uY2Uy", "ZXBoMg==", "")));
    all.add(Transcript.of(hello, new Welcome("s-0", "a", "n3", "", "bm9uY2Uy", "ZXBoMg==", "")));
    all.add(Transcript.of(hello, new Welcome("s-0", "a", "n2", "k", "bm9uY2Uy", "ZXBoMg==", "")));
    all.add(Transcript.of(hello, new Welcome("s-0", "a", "n2", "", "other", "ZXBoMg==", "")));
    all.add(Transcript.of(hello, new Welcome("s-0", "a", "n2", "", "bm9uY2Uy", "other", "")));

    assertThat(all.stream().map(one -> Base64.getEncoder().encodeToString(one.hash())))
        .doesNotHaveDuplicates();
    assertThat(all.get(0).toSign(Transcript.Role.DRIVER))
        .isNotEqualTo(all.get(0).toSign(Transcript.Role.HOST));
  }

  @Test
  void bothSidesAgreeAndNobodyElse() throws Exception {
    Ephemeral driver = Ephemeral.make();
    Ephemeral host = Ephemeral.make();

    assertThat(driver.agree(host.text())).isEqualTo(host.agree(driver.text()));
    assertThat(Ephemeral.make().agree(host.text())).isNotEqualTo(driver.agree(host.text()));
  }

  @Test
  void aHalfThatWouldGiveAllAwayIsRefused() {
    String some = Ephemeral.make().text();
    byte[] zero = Base64.getDecoder().decode(some);
    java.util.Arrays.fill(zero, zero.length - 32, zero.length, (byte) 0);

    assertThatThrownBy(() -> Ephemeral.make().agree(Base64.getEncoder().encodeToString(zero)))
        .isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> Ephemeral.make().agree("AAAA")).isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> Ephemeral.make().agree(Identity.generate().key().text()))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void aFloodOfStrangersMakesRoomForTheNext() {
    Pending<String> pending = new Pending<>();
    for (int i = 0; i < 10 * Pending.MAX; i++) {
      pending.put("stranger-" + i, "", 0);
    }
    pending.put("honest", "here", 0);

    assertThat(pending.get("honest")).isEqualTo("here");
    assertThat(pending.size()).isEqualTo(Pending.MAX);
    pending.look(Pending.PATIENCE + 1);
    assertThat(pending.size()).isZero();
  }

  @Test
  void refusalsAreCountedAndToldOfNowAndThen() {
    AtomicLong clock = new AtomicLong();
    List<String> told = new ArrayList<>();
    Refusals refusals = new Refusals(clock::get);
    for (int second = 0; second < 30; second++) {
      clock.set(second * 1_000_000_000L);
      for (int i = 0; i < 1_000; i++) {
        refusals.count(
            Refusal.ALTERED,
            "a part",
            () -> {
              told.add("asked");
              return Future.succeededFuture("somebody");
            });
      }
    }

    assertThat(refusals.counts())
        .containsEntry(Refusal.ALTERED, 30_000L)
        .containsEntry(Refusal.REPLAYED, 0L);
    assertThat(told).hasSize(3);
  }
}
