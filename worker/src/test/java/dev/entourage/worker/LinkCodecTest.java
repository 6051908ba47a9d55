package dev.entourage.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.entourage.preparer.Digest;
import dev.entourage.worker.LinkMessage.Failure;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LinkCodecTest {

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

  @Property(tries = 500)
  void countsTheTasksOfAFrameThatLiesAnywhere(@ForAll("messages") LinkMessage message) {
    byte[] frame = LinkCodec.encode(message);
    ByteBuffer inside = ByteBuffer.allocate(frame.length + 3).position(3).put(frame).position(3);
    int items = message instanceof LinkMessage.Batch batch ? batch.items().size() : 0;
    assertThat(LinkCodec.tasks(Pieces.of(List.of(inside))))
        .isEqualTo(message instanceof LinkMessage.Parcel ? 1 : items);
    assertThat(inside.position()).isEqualTo(3);
  }

  @Property(tries = 500)
  void countsTheTasksThatAFrameBringsHome(@ForAll("messages") LinkMessage message) {
    int tasks = 0;
    if (message instanceof LinkMessage.Results results) {
      tasks = results.results().size();
    } else if (message instanceof LinkMessage.Returned back) {
      tasks = back.tasks().size();
    } else if (message instanceof LinkMessage.Reply) {
      tasks = 1;
    }
    assertThat(LinkCodec.replies(ByteBuffer.wrap(LinkCodec.encode(message)))).isEqualTo(tasks);
  }

  /** Whoever counts must not be led to count what isn't there. */
  @Property(tries = 2000)
  void countsNoMoreTasksThanFitIntoAFrame(@ForAll byte[] payload, @ForAll boolean big) {
    byte[] bytes = big ? Arrays.copyOf(payload, payload.length + 60) : payload;
    ByteBuffer frame =
        ByteBuffer.allocate(Frames.HEADER + bytes.length)
            .put((byte) Frames.VERSION)
            .put((byte) 18)
            .putInt(bytes.length)
            .put(bytes)
            .flip();
    assertThat(LinkCodec.tasks(Pieces.of(List.of(frame)))).isBetween(0, bytes.length / 16);
    assertThat(LinkCodec.tasks(Pieces.of(new byte[0]))).isZero();
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

  @Provide
  Arbitrary<LinkMessage> messages() {
    return Arbitraries.oneOf(handshake(), tasks(), questions());
  }

  private static Arbitrary<LinkMessage> handshake() {
    return Arbitraries.oneOf(
        digests().map(LinkMessage.Hello::new),
        digests().map(LinkMessage.Welcome::new),
        Combinators.combine(
                texts(),
                texts(),
                texts().list(),
                texts().list(),
                texts().optional(),
                ints(),
                ints())
            .as(LinkMessage.Begin::new),
        texts().map(LinkMessage.Ready::new),
        Arbitraries.of(new LinkMessage.Bye()));
  }

  private static Arbitrary<LinkMessage> tasks() {
    Arbitrary<LinkMessage.Reason> reasons = Arbitraries.of(LinkMessage.Reason.class);
    return Arbitraries.oneOf(
        Combinators.combine(longs(), ints(), digests(), longs(), flags(), bytes())
            .as(LinkMessage.Parcel::new),
        Combinators.combine(
                digests(),
                longs(),
                Combinators.combine(longs(), ints(), bytes()).as(LinkMessage.Item::new).list())
            .as(LinkMessage.Batch::new),
        Combinators.combine(longs(), ints(), bytes())
            .as(LinkMessage.Result::new)
            .list()
            .map(LinkMessage.Results::new),
        Combinators.combine(longs(), ints())
            .as(LinkMessage.Unbegun::new)
            .list()
            .map(LinkMessage.Returned::new),
        Arbitraries.of(new LinkMessage.Recall()),
        Combinators.combine(longs(), ints()).as(LinkMessage.Idle::new),
        Combinators.combine(longs(), ints()).as(LinkMessage.Begun::new),
        Combinators.combine(longs(), ints()).as(LinkMessage.Exiting::new),
        Combinators.combine(longs(), ints()).as(LinkMessage.Cancel::new),
        Arbitraries.of(new LinkMessage.Worn()),
        Combinators.combine(longs(), ints(), bytes()).as(LinkMessage.Result::new),
        Combinators.combine(longs(), ints(), failures(), bytes().optional())
            .as(LinkMessage.Thrown::new),
        Combinators.combine(longs(), ints(), reasons, texts(), failures())
            .as(LinkMessage.Refused::new));
  }

  private static Arbitrary<LinkMessage> questions() {
    return Arbitraries.oneOf(
        Combinators.combine(longs(), digests()).as(LinkMessage.ManifestRequest::new),
        Combinators.combine(longs(), digests().list()).as(LinkMessage.CodeRequest::new),
        Combinators.combine(longs(), longs(), longs().list()).as(LinkMessage.StaticsRequest::new),
        Combinators.combine(longs(), digests(), texts()).as(LinkMessage.FindRequest::new),
        Combinators.combine(longs(), digests(), texts()).as(LinkMessage.ResourceRequest::new),
        Combinators.combine(longs(), texts()).as(LinkMessage.JarRequest::new),
        Combinators.combine(longs(), digests()).as(LinkMessage.SharedRequest::new),
        Combinators.combine(longs(), longs(), ints(), longs(), ints(), bytes())
            .as(LinkMessage.SubmitRequest::new),
        longs().map(LinkMessage.StopRequest::new),
        Combinators.combine(longs(), ints(), flags()).as(LinkMessage.Parked::new),
        Combinators.combine(longs(), bytes().optional()).as(LinkMessage.Answer::new),
        Combinators.combine(longs(), Arbitraries.maps(digests(), bytes()))
            .as((Long id, Map<Digest, ByteBuffer> files) -> new LinkMessage.CodeAnswer(id, files)),
        digests().map(LinkMessage.Forget::new));
  }

  private static Arbitrary<Failure> failures() {
    return Combinators.combine(texts(), texts(), texts()).as(Failure::new);
  }

  private static Arbitrary<Digest> digests() {
    return Combinators.combine(longs(), longs(), longs(), longs()).as(Digest::new);
  }

  private static Arbitrary<ByteBuffer> bytes() {
    return Arbitraries.bytes().array(byte[].class).ofMaxSize(300).map(ByteBuffer::wrap);
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.strings().ascii().withChars("äß→𝄞".substring(0, 3)).ofMaxLength(20);
  }

  private static Arbitrary<Boolean> flags() {
    return Arbitraries.of(true, false);
  }

  private static Arbitrary<Long> longs() {
    return Arbitraries.longs();
  }

  private static Arbitrary<Integer> ints() {
    return Arbitraries.integers();
  }
}
