package dev.entourage.transport.vertx;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The other end of a link, without a bus: what it would send is handed over by the test. */
final class OtherEnd {

  private static int made;

  final Agreed agreed;
  private final Seal out;
  private long frames;
  private long untold;
  private long beats;
  private long heard = Freshness.HANDSHAKE;

  private OtherEnd(Agreed agreed, Seal out) {
    this.agreed = agreed;
    this.out = out;
  }

  /** A driver that has shaken hands with a host. */
  static OtherEnd driver(String link, String node) {
    LinkKeys keys = keys();
    return new OtherEnd(
        new Agreed(link, ClusterLink.session(link), "", node, "", keys), new Seal(keys.toHost()));
  }

  /** A host that has shaken hands with a driver. */
  static OtherEnd host(String link, String name, String node) {
    LinkKeys keys = keys();
    return new OtherEnd(
        new Agreed(link, name, name + "@" + made, node, "", keys), new Seal(keys.toDriver()));
  }

  private static LinkKeys keys() {
    byte[] secret = new byte[32];
    Arrays.fill(secret, (byte) ++made);
    return LinkKeys.derive(secret, new Transcript(new byte[32]));
  }

  /** From now on it has heard a beat of this end. */
  OtherEnd hears(long beat) {
    heard = beat;
    return this;
  }

  Part close(Part part) {
    return out.close(part.hearing(heard));
  }

  Part beat() {
    byte[] sent = ByteBuffer.allocate(Long.BYTES).putLong(frames - untold).array();
    return close(Part.of(Part.Kind.BEAT, agreed.link(), beats++, sent));
  }

  Part frame(int... bytes) {
    byte[] frame = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      frame[i] = (byte) bytes[i];
    }
    return slice(frame.length, 0, frame);
  }

  /** A frame that its beats tell nothing of, as if they were held back as well. */
  Part untold(int... bytes) {
    untold++;
    return frame(bytes);
  }

  Part slice(int total, int offset, byte... bytes) {
    return close(new Part(agreed.link(), frames++, total, offset, bytes));
  }

  Part end(String reason) {
    return close(Part.of(Part.Kind.END, agreed.link(), 0, reason.getBytes(StandardCharsets.UTF_8)));
  }
}
