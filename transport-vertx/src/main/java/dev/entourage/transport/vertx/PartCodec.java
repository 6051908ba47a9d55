package dev.entourage.transport.vertx;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.MessageCodec;
import java.nio.charset.StandardCharsets;

/**
 * Writes parts to the bus. Between nodes they are closed by a {@link Seal}. Within a node the very
 * part is handed over: a frame belongs to the transport once it was sent, so nothing needs to be
 * copied.
 *
 * <p>Every length is checked against what is really there before anything is allocated.
 */
final class PartCodec implements MessageCodec<Part, Part> {

  /** The name under which each bus knows this codec; a new wire format gets a new one. */
  static final String NAME = "dev.entourage.part/2";

  /** Event-bus time grows faster than size, so that large frames travel in slices of this size. */
  static final int MAX_BYTES = 1 << 20;

  /** Names of links are short. */
  static final int MAX_LINK = 1 << 10;

  /** The largest frame: a gibibyte of state, and room for what surrounds it. */
  static final int MAX_FRAME = (1 << 30) + (64 << 20);

  private static final int HEADER = Short.BYTES + Byte.BYTES + 2 * Long.BYTES + 3 * Integer.BYTES;

  private static final Part.Kind[] KINDS = Part.Kind.values();

  /** Makes a bus know this codec; it is there already when the Vert.x is shared. */
  static void register(Vertx vertx) {
    try {
      vertx.eventBus().registerCodec(new PartCodec());
    } catch (IllegalStateException alreadyThere) {
      // Several verticles and drivers may live on one Vert.x; the first one registered it.
    }
  }

  @Override
  public void encodeToWire(Buffer out, Part part) {
    byte[] link = part.link().getBytes(StandardCharsets.UTF_8);
    out.appendShort((short) link.length)
        .appendByte((byte) part.kind().ordinal())
        .appendLong(part.number())
        .appendLong(part.heard())
        .appendInt(part.total())
        .appendInt(part.offset())
        .appendInt(part.bytes().length)
        .appendBytes(link)
        .appendBytes(part.bytes());
  }

  @Override
  public Part decodeFromWire(int position, Buffer in) {
    require(in.length() - position >= HEADER, "header", in.length() - position);
    int at = position;
    int link = in.getUnsignedShort(at);
    int kind = in.getUnsignedByte(at += Short.BYTES);
    long number = in.getLong(at += Byte.BYTES);
    long heard = in.getLong(at += Long.BYTES);
    int total = in.getInt(at += Long.BYTES);
    int offset = in.getInt(at += Integer.BYTES);
    int length = in.getInt(at += Integer.BYTES);
    at += Integer.BYTES;
    require(link > 0 && link <= MAX_LINK, "link", link);
    require(kind < KINDS.length, "kind", kind);
    require(number >= 0, "number", number);
    require(total >= 0 && total <= MAX_FRAME, "total", total);
    require(length >= Seal.TAG && length <= MAX_BYTES + Seal.TAG, "length", length);
    require(offset >= 0 && offset <= total - (length - Seal.TAG), "offset", offset);
    require(in.length() - at == link + length, "size", in.length() - at);
    String name = new String(in.getBytes(at, at + link), StandardCharsets.UTF_8);
    byte[] bytes = in.getBytes(at + link, in.length());
    return new Part(name, KINDS[kind], number, heard, total, offset, bytes);
  }

  private static void require(boolean fits, String field, long value) {
    if (!fits) {
      throw new IllegalArgumentException(
          "A message of the bus is damaged or hostile and was dropped: " + field + "=" + value);
    }
  }

  @Override
  public Part transform(Part part) {
    return part;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public byte systemCodecID() {
    return -1;
  }
}
