package dev.entourage.transport.vertx;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.MessageCodec;

/** Hands frames over: nothing is copied within a JVM, and none leaves it this way. */
final class LocalFrameCodec implements MessageCodec<LocalFrame, LocalFrame> {

  /** The name under which the bus knows this codec. */
  static final String NAME = "dev.entourage.frame";

  @Override
  public LocalFrame transform(LocalFrame frame) {
    return frame;
  }

  @Override
  public void encodeToWire(Buffer out, LocalFrame frame) {
    throw new UnsupportedOperationException("A local frame must stay in its JVM");
  }

  @Override
  public LocalFrame decodeFromWire(int position, Buffer in) {
    throw new UnsupportedOperationException("A local frame must come from its own JVM");
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
