package dev.entourage.transport.vertx;

import io.vertx.core.Future;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * One driver and one host, from joining to leaving. All that they say to each other goes through
 * here, closed by keys that nobody else has. All but {@link #send} happens on one context.
 */
final class ClusterLink {

  /** Makes the way to the other side out of what closes parts. */
  @FunctionalInterface
  interface Way {
    Wire wire(UnaryOperator<Part> seal);
  }

  /**
   * How long a part may be missing, or a large frame incomplete, in nanoseconds: for longer than
   * its sender tries.
   */
  static final long MAX_STALL = Outlet.PATIENCE + 5_000_000_000L;

  private static final int MAX_REASON = 200;

  private final String name;
  private final Seal in;
  private final Seal out;
  private final Wire wire;
  private final Outlet outlet;
  private final Inlet inlet;
  private final Freshness freshness;

  /**
   * Makes one end of a link.
   *
   * @param name its name, which is never used again
   * @param in opens what the other side sends
   * @param out closes what this side sends
   * @param way to the other side
   * @param frames gets the other side's frames
   * @param broken told once when the other side can't be reached
   * @param now nanoseconds of a monotonic clock
   */
  ClusterLink(
      String name,
      Seal in,
      Seal out,
      Way way,
      Consumer<byte[]> frames,
      Consumer<Throwable> broken,
      long now) {
    this.name = name;
    this.in = in;
    this.out = out;
    this.freshness = new Freshness(now);
    this.wire = way.wire(part -> this.out.close(part.hearing(freshness.heard())));
    this.outlet = new Outlet(name, wire, broken);
    this.inlet = new Inlet(frames);
  }

  /** Names a link: {@code <session>-<n>}. */
  static String name(String session, long number) {
    return session + "-" + number;
  }

  /** Returns the session of a link, which is empty when the name is none of a link. */
  static String session(String link) {
    return link.substring(0, Math.max(0, link.lastIndexOf('-')));
  }

  String name() {
    return name;
  }

  /** Sends a frame; on any thread. */
  void send(byte[] frame) {
    outlet.send(frame);
  }

  /** Says that this side is still there, and how much it has sent. */
  void beat(long now) {
    byte[] sent = ByteBuffer.allocate(Long.BYTES).putLong(outlet.sent()).array();
    wire.write(wire.close(Part.of(Part.Kind.BEAT, name, freshness.say(now), sent)));
  }

  /**
   * A part came under this link's name.
   *
   * @return why the other side has ended the link; empty while it hasn't
   * @throws RefusedException when the part isn't the other side's, came before, or is too old
   * @throws BrokenLinkException when the parts can't be made into frames
   */
  Optional<String> received(Part closed, long now) throws RefusedException, BrokenLinkException {
    Part part = in.open(closed);
    if (!freshness.isFresh(part.heard(), now)) {
      throw new RefusedException(Refusal.EXPIRED);
    }
    if (part.kind() == Part.Kind.END) {
      return Optional.of(reason(part));
    }
    if (!accept(part, now)) {
      throw new RefusedException(Refusal.REPLAYED);
    }
    return Optional.empty();
  }

  private boolean accept(Part part, long now) throws BrokenLinkException {
    return part.kind() == Part.Kind.BEAT ? hear(part, now) : inlet.accept(part, now);
  }

  private boolean hear(Part beat, long now) throws BrokenLinkException {
    if (beat.bytes().length != Long.BYTES) {
      throw new BrokenLinkException("a beat tells nothing: bytes=" + beat.bytes().length);
    }
    boolean isNew = freshness.hear(beat.number());
    if (isNew) {
      inlet.told(ByteBuffer.wrap(beat.bytes()).getLong(), now);
    }
    return isNew;
  }

  private static String reason(Part end) {
    String text = new String(end.bytes(), StandardCharsets.UTF_8);
    return text.substring(0, Math.min(MAX_REASON, text.length()));
  }

  /** Says whether a part has been missing for too long. */
  boolean stalled(long now) {
    return inlet.stalled(now) > MAX_STALL;
  }

  /** Ends this side. Tells the other one, whose own beats would end a little later. */
  Future<Void> end(String reason) {
    close();
    byte[] bytes = reason.getBytes(StandardCharsets.UTF_8);
    return wire.write(wire.close(Part.of(Part.Kind.END, name, 0, bytes))).otherwiseEmpty();
  }

  /** Ends this side without a word, as the other side has spoken. */
  void close() {
    outlet.close();
  }
}
