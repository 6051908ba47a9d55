package dev.entourage.transport.vertx;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.MessageCodec;

/** A node with a valid certificate and none of our keys: it may say anything to any address. */
final class Attacker {

  /** Writes what it is given under the name of our codec. */
  private static final class AnyBytes implements MessageCodec<Buffer, Buffer> {

    @Override
    public void encodeToWire(Buffer out, Buffer bytes) {
      out.appendBuffer(bytes);
    }

    @Override
    public Buffer decodeFromWire(int position, Buffer in) {
      return in.getBuffer(position, in.length());
    }

    @Override
    public Buffer transform(Buffer bytes) {
      return bytes;
    }

    @Override
    public String name() {
      return PartCodec.NAME;
    }

    @Override
    public byte systemCodecID() {
      return -1;
    }
  }

  private final Vertx node;

  Attacker(Vertx node) {
    this.node = node;
    node.eventBus().registerCodec(new AnyBytes());
  }

  void send(String address, Part part) {
    Buffer wire = Buffer.buffer();
    new PartCodec().encodeToWire(wire, part);
    send(address, wire);
  }

  /** Sends bytes as if they were a part. */
  void send(String address, Buffer bytes) {
    DeliveryOptions options = new DeliveryOptions().setCodecName(PartCodec.NAME);
    Blocking.await(node.eventBus().sender(address, options).write(bytes));
  }

  void knock(String address, Knock knock) {
    Blocking.await(node.eventBus().sender(address, knock.headers()).write(null));
  }

  void announce(Notice notice) {
    Blocking.await(node.eventBus().publisher(Addresses.HOSTS, notice.headers()).write(null));
  }

  Vertx node() {
    return node;
  }
}
