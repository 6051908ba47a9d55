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
        new BusMessage.ToWorker("w1", ByteBuffer.wrap(new byte[] {1, 2, 3})),
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
    ByteBuffer frame = ((BusMessage.ToWorker) relayed).frame();
    assertThat(LinkCodec.decode(frame)).isEqualTo(parcel);
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
