package dev.entourage.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.entourage.preparer.Digest;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Frames of a hostile peer: each is read or refused, at the price of a few times its own length.
 * {@code -Dentourage.fuzz.seconds=} lets it go on for longer.
 */
class FrameFuzzTest {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int TRIES = 20_000;
  private static final int[] HOSTILE = {0, -1, 1, 0x7fffffff, 0x80000000, 0x7ffffff0, 0xffff};

  /** Texts and lists take several times what they take in a frame; an error some more. */
  private static final int FACTOR = 100;

  private static final int ALWAYS = 50_000;

  @Test
  void linkFramesAreReadOrRefused() {
    Digest digest = new Digest(1, 2, 3, 4);
    ByteBuffer bytes = ByteBuffer.wrap(new byte[] {1, 2, 3});
    LinkMessage.Failure failure = new LinkMessage.Failure("p.X", "message", "stack\nat");
    Stream<LinkMessage> messages =
        Stream.of(
            new LinkMessage.Hello(digest),
            new LinkMessage.Begin(
                "w1", "kryo", List.of("/a.jar", "/b.jar"), List.of("/c"), Optional.of("/d"), 2, 99),
            new LinkMessage.Parcel(7, 1, digest, 9, true, bytes),
            new LinkMessage.Thrown(7, 1, failure, Optional.of(bytes)),
            new LinkMessage.Refused(7, 1, LinkMessage.Reason.RESULT_REFUSED, "a → b", failure),
            new LinkMessage.CodeRequest(3, List.of(digest, new Digest(5, 6, 7, 8))),
            new LinkMessage.FindRequest(3, digest, "p.Name"),
            new LinkMessage.StaticsRequest(3, 9, List.of(1L, 2L)),
            new LinkMessage.Answer(3, Optional.of(bytes)),
            new LinkMessage.CodeAnswer(3, Map.of(digest, bytes)));
    fuzz(
        messages.map(LinkCodec::encode).toList(),
        frame -> LinkCodec.decode(ByteBuffer.wrap(frame)));
  }

  @Test
  void busFramesAreReadOrRefused() {
    fuzz(BusCodecTest.messages().stream().map(BusCodec::encode).toList(), BusCodec::decode);
  }

  private static void fuzz(List<byte[]> samples, Consumer<byte[]> decode) {
    long end = System.nanoTime() + Long.getLong("entourage.fuzz.seconds", 0) * 1_000_000_000L;
    for (long seed = 0; seed < TRIES || System.nanoTime() < end; seed++) {
      byte[] frame = damaged(samples, new Random(seed));
      long allowed = ALWAYS + (long) FACTOR * frame.length;
      // The first time counts classes that were loaded; the second time does not.
      if (allocated(frame, decode) > allowed) {
        assertThat(allocated(frame, decode)).as("memory, seed=%s", seed).isLessThan(allowed);
      }
    }
  }

  private static long allocated(byte[] frame, Consumer<byte[]> decode) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    try {
      decode.accept(frame);
    } catch (FrameException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }

  private static byte[] damaged(List<byte[]> samples, Random random) {
    byte[] frame = samples.get(random.nextInt(samples.size())).clone();
    for (int changes = random.nextInt(4); changes >= 0; changes--) {
      frame = changed(frame, random);
    }
    if (random.nextInt(4) > 0 && frame.length >= Frames.HEADER) {
      // Else most would be refused for their length alone.
      ByteBuffer.wrap(frame).putInt(2, frame.length - Frames.HEADER);
    }
    return frame;
  }

  private static byte[] changed(byte[] frame, Random random) {
    int at = random.nextInt(frame.length + 1);
    switch (random.nextInt(5)) {
      case 0:
        return Arrays.copyOf(frame, at);
      case 1:
        return Arrays.copyOf(frame, frame.length + random.nextInt(300));
      case 2:
        if (at + 4 <= frame.length) {
          ByteBuffer.wrap(frame).putInt(at, HOSTILE[random.nextInt(HOSTILE.length)]);
        }
        return frame;
      default:
        if (at < frame.length) {
          frame[at] = (byte) random.nextInt();
        }
        return frame;
    }
  }
}
