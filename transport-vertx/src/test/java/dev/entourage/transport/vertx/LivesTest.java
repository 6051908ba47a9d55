package dev.entourage.transport.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LivesTest {

  private final Lives lives = new Lives();

  @Test
  void aPeerIsGoneWhenItsBeatsStop() {
    lives.heard("a", "node", 0);

    assertThat(lives.isGone("a", Lives.SILENCE)).isFalse();
    assertThat(lives.isGone("a", Lives.SILENCE + 1)).isTrue();
    lives.heard("a", "node", Lives.SILENCE);
    assertThat(lives.isGone("a", Lives.SILENCE + 1)).isFalse();
  }

  @Test
  void aPeerIsGoneWhenItsNodeIsMissingTwice() {
    lives.heard("a", "node", 0);
    lives.look(List.of("other"), 0);
    assertThat(lives.isGone("a", 1)).isFalse();
    lives.look(List.of("other"), 0);
    assertThat(lives.isGone("a", 1)).isTrue();
  }

  @Test
  void aNodeThatShowsUpAgainIsNotMissing() {
    lives.heard("a", "node", 0);
    lives.look(List.of("other"), 0);
    lives.look(List.of("node", "other"), 0);
    lives.look(List.of("other"), 0);

    assertThat(lives.isGone("a", 1)).isFalse();
  }

  @Test
  void anEmptyViewSaysNothing() {
    lives.heard("a", "node", 0);
    lives.look(List.of(), 0);
    lives.look(List.of(), 0);

    assertThat(lives.isGone("a", 1)).isFalse();
  }

  @Test
  void aPeerWhoseNodeIsUnknownYetIsJudgedByItsBeatsAlone() {
    lives.heard("a", "", 0);
    lives.look(List.of("other"), 0);
    lives.look(List.of("other"), 0);

    assertThat(lives.isGone("a", 1)).isFalse();
    assertThat(lives.isGone("a", Lives.SILENCE + 1)).isTrue();
  }

  @Test
  void whoIsGoneIsForgotten() {
    lives.heard("a", "node", 0);
    lives.heard("b", "node", Lives.SILENCE);
    lives.forgetGone(Lives.SILENCE + 1);

    assertThat(lives.knows("a")).isFalse();
    assertThat(lives.knows("b")).isTrue();
  }

  @Test
  void somePeersHaveALongerGrace() {
    Lives patient = new Lives(100, 50);
    patient.heard("a", "node", 0);
    patient.look(List.of("other"), 10);
    patient.look(List.of("other"), 20);
    assertThat(patient.isGone("a", 50)).isFalse();
    assertThat(patient.isGone("a", 51)).isTrue();

    patient.look(List.of("node"), 60);
    assertThat(patient.isGone("a", 100)).isFalse();
    assertThat(patient.isGone("a", 101)).isTrue();
  }
}
