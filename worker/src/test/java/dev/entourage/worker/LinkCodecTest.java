package dev.entourage.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.ByteBuffer;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LinkCodecTest extends LinkMessages {

  @Property(tries = 500)
  void decodesWhatItEncodes(@ForAll("messages") LinkMessage message) {
    assertThat(decode(LinkCodec.encode(message))).isEqualTo(message);
  }

  @Property(tries = 500)
  void refusesEachFrameThatIsCutShort(@ForAll("messages") LinkMessage message, @ForAll int cut) {
    byte[] frame = LinkCodec.encode(message);
    byte[] shorter = Arrays.copyOf(frame, Math.floorMod(cut, frame.length));
    assertThatThrownBy(() -> decode(shorter)).isInstanceOf(FrameException.class);
  }

  @Property(tries = 2000)
  void survivesDamage(
      @ForAll("messages") LinkMessage message, @ForAll int where, @ForAll byte with) {
    byte[] frame = LinkCodec.encode(message);
    frame[Math.floorMod(where, frame.length)] = with;
    Throwable thrown = catchThrowable(() -> decode(frame));
    assertThat(thrown == null || thrown instanceof FrameException).isTrue();
  }

  @Property(tries = 2000)
  void survivesGarbage(@ForAll byte type, @ForAll byte[] payload) {
    byte[] frame =
        ByteBuffer.allocate(Frames.HEADER + payload.length)
            .put((byte) Frames.VERSION)
            .put(type)
            .putInt(payload.length)
            .put(payload)
            .array();
    Throwable thrown = catchThrowable(() -> decode(frame));
    assertThat(thrown == null || thrown instanceof FrameException).isTrue();
  }

  @Test
  void allocatesNothingForAListThatTheFrameDoesNotHold() {
    byte[] frame =
        ByteBuffer.allocate(Frames.HEADER + 12)
            .put((byte) Frames.VERSION)
            .put((byte) 21)
            .putInt(12)
            .putLong(1)
            .putInt(Integer.MAX_VALUE)
            .array();
    assertThatThrownBy(() -> decode(frame))
        .isInstanceOf(FrameException.class)
        .hasMessageContaining("count=" + Integer.MAX_VALUE);
  }

  @Test
  void namesBothVersions() {
    byte[] frame = LinkCodec.encode(new LinkMessage.Bye());
    frame[0] = 9;
    assertThatThrownBy(() -> decode(frame))
        .hasMessageContaining("version=9")
        .hasMessageContaining("expected=1");
  }

  private static LinkMessage decode(byte[] frame) {
    return LinkCodec.decode(ByteBuffer.wrap(frame));
  }
}
