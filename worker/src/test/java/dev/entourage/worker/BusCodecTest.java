package dev.entourage.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.HostInfo;
import dev.entourage.preparer.Digest;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BusCodecTest {

  static List<BusMessage> messages() {
    return List.of(
        new BusMessage.OpenSession(
            "kryo", List.of("-Xmx64m"), Optional.of(Map.of("A", "b c")), List.of("/x.jar"), 2, 99),
        new BusMessage.OpenSession("kryo", List.of(), Optional.empty(), List.of(), 1, 99),
        new BusMessage.Greeting("17.0.15", List.of("kryo", "protostuff"), 2, 3, 4, true, false),
        new BusMessage.Reclaim(2),
        new BusMessage.StartWorker("w1"),
        new BusMessage.KillWorker("w1"),
        new BusMessage.WorkerRefused("w1"),
        new BusMessage.WorkerStarted("w1", 4711, "25"),
        new BusMessage.WorkerLost("w1", 4711, 137, List.of("one", "two")),
        new BusMessage.ToWorker("w1", Pieces.of(new byte[] {1, 2, 3})),
        new BusMessage.FromWorker("w1", ByteBuffer.wrap(new byte[] {1, 2, 3})),
        new BusMessage.Output("w1", true, "a line"),
        new BusMessage.AskStatus(),
        new BusMessage.Status(host()),
        new BusMessage.CloseSession(true),
        new BusMessage.SessionClosed());
  }

  private static HostInfo host() {
    HostInfo.Counts counts = new HostInfo.Counts(1, 2, 3, 4, 5, 6);
    return new HostInfo(
        "a",
        "17.0.15",
        List.of("fory", "kryo"),
        8,
        counts,
        Map.of("UNKNOWN_KEY", 7L),
        List.of(new HostInfo.Session("anna", Duration.ofSeconds(9), counts)));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void decodesWhatItEncodes(BusMessage message) {
    assertThat(BusCodec.decode(BusCodec.encode(message))).isEqualTo(message);
  }

  @ParameterizedTest
  @MethodSource("messages")
  void refusesEachFrameThatIsCutShort(BusMessage message) {
    byte[] frame = BusCodec.encode(message);
    for (int length = 0; length < frame.length; length++) {
      byte[] shorter = java.util.Arrays.copyOf(frame, length);
      assertThatThrownBy(() -> BusCodec.decode(shorter)).isInstanceOf(FrameException.class);
    }
  }

  @Test
  void wrapsALinkFrameOnTheWayThere() {
    LinkMessage parcel =
        new LinkMessage.Parcel(
            7, 1, Digest.of(new byte[] {1}), 9, true, ByteBuffer.wrap(new byte[] {4, 5, 6}));
    BusMessage relayed = BusCodec.decode(BusCodec.toWorker("w1", parcel));
    Pieces frame = ((BusMessage.ToWorker) relayed).frame();
    assertThat(LinkCodec.decode(frame.whole())).isEqualTo(parcel);
  }

  @Test
  void copiesNothingThatIsLong() {
    byte[] first = new byte[100_000];
    byte[] last = new byte[200_000];
    LinkMessage batch = batch(first, new byte[] {1, 2}, last, new byte[] {3});
    List<ByteBuffer> pieces = BusCodec.toWorker("w1", batch);
    assertThat(pieces.stream().map(ByteBuffer::array).filter(one -> one == first || one == last))
        .containsExactly(first, last);
    Pieces frame = ((BusMessage.ToWorker) BusCodec.decode(pieces)).frame();
    assertThat(TaskCounts.brought(frame)).isEqualTo(4);
    assertThat(frame).isEqualTo(LinkCodec.pieces(batch));
    assertThat(frame.whole().array()).isEqualTo(LinkCodec.encode(batch));
    assertThat(LinkCodec.decode(frame.whole())).isEqualTo(batch);
  }

  private static LinkMessage batch(byte[]... tasks) {
    return new LinkMessage.Batch(
        Digest.of(new byte[] {1}),
        0,
        Stream.of(tasks)
            .map(task -> new LinkMessage.Item(task.length, 1, ByteBuffer.wrap(task)))
            .toList());
  }

  @Test
  void refusesPiecesThatAreLessThanTheirFrame() {
    List<ByteBuffer> pieces = BusCodec.toWorker("w1", batch(new byte[100_000], new byte[1]));
    assertThatThrownBy(() -> BusCodec.decode(pieces.subList(0, 2)))
        .isInstanceOf(FrameException.class);
  }

  @Test
  void wrapsALinkFrameOnTheWayBack() {
    LinkMessage ready = new LinkMessage.Ready("17");
    byte[] prefix = BusCodec.fromWorkerPrefix("w1");
    byte[] link = LinkCodec.encode(ready);
    byte[] whole = java.util.Arrays.copyOf(prefix, prefix.length + link.length);
    System.arraycopy(link, 0, whole, prefix.length, link.length);
    BusMessage relayed = BusCodec.decode(BusCodec.finish(whole));
    ByteBuffer frame = ((BusMessage.FromWorker) relayed).frame();
    assertThat(LinkCodec.decode(frame)).isEqualTo(ready);
  }
}
