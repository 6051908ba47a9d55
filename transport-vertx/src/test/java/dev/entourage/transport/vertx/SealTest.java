package dev.entourage.transport.vertx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SealTest {

  private static final byte[] BYTES = {1, 2, 3};

  private final LinkKeys keys = LinkKeys.derive(new byte[32], new Transcript(new byte[32]));
  private final Seal seal = new Seal(keys.toHost());
  private final Part part = new Part("s-0", Part.Kind.FRAME, 7, 3, 100, 50, BYTES);

  @Test
  void whatWasClosedOpensAgain() throws Exception {
    Part closed = seal.close(part);
    assertThat(closed.bytes()).hasSize(BYTES.length + Seal.TAG);
    assertThat(Arrays.copyOf(closed.bytes(), BYTES.length)).isNotEqualTo(BYTES);

    Part opened = new Seal(keys.toHost()).open(closed);
    assertThat(opened.bytes()).isEqualTo(BYTES);
    assertThat(opened.number()).isEqualTo(7);
  }

  @Test
  void everyFieldIsBound() {
    byte[] b = seal.close(part).bytes();
    List<Part> altered =
        List.of(
            new Part("s-1", Part.Kind.FRAME, 7, 3, 100, 50, b),
            new Part("s-0", Part.Kind.BEAT, 7, 3, 100, 50, b),
            new Part("s-0", Part.Kind.FRAME, 8, 3, 100, 50, b),
            new Part("s-0", Part.Kind.FRAME, 7, 4, 100, 50, b),
            new Part("s-0", Part.Kind.FRAME, 7, 3, 101, 50, b),
            new Part("s-0", Part.Kind.FRAME, 7, 3, 100, 51, b));

    assertThat(altered).allSatisfy(this::assertAltered);
  }

  @Test
  void everyBitIsBound() {
    byte[] closed = seal.close(part).bytes();
    for (int bit = 0; bit < closed.length * Byte.SIZE; bit++) {
      byte[] flipped = closed.clone();
      flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
      assertAltered(part.with(flipped));
    }
    assertAltered(part.with(Arrays.copyOf(closed, closed.length - 1)));
    assertAltered(part.with(new byte[0]));
  }

  @Test
  void theWayBackHasAnotherKey() {
    Part closed = seal.close(part);

    assertThatThrownBy(() -> new Seal(keys.toDriver()).open(closed))
        .hasMessage(Refusal.ALTERED.reason());
  }

  @Test
  void keysDependOnTheSecretAndOnAllThatWasSaid() {
    byte[] other = new byte[32];
    other[0] = 1;

    assertThat(LinkKeys.derive(other, new Transcript(new byte[32])).toHost())
        .isNotEqualTo(keys.toHost());
    assertThat(LinkKeys.derive(new byte[32], new Transcript(other)).toHost())
        .isNotEqualTo(keys.toHost());
  }

  private void assertAltered(Part closed) {
    assertThatThrownBy(() -> seal.open(closed))
        .isInstanceOf(RefusedException.class)
        .hasMessage(Refusal.ALTERED.reason());
  }
}
