package dev.entourage.worker;

import dev.entourage.preparer.Digest;
import dev.entourage.worker.LinkMessage.Failure;
import java.nio.ByteBuffer;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;

/** Messages of all sorts, for properties. */
abstract class LinkMessages {

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
