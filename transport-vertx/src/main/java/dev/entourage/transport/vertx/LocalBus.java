package dev.entourage.transport.vertx;

import io.vertx.core.Context;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The way between a driver and the one host in its JVM, for one session. A message is delivered on
 * the thread that sends it, as both receivers return at once; see {@link SenderThread}.
 */
final class LocalBus {

  /** The name of that host. */
  static final String HOST = "local";

  private final SharedVertx shared = SharedVertx.get();
  private final Context eventLoop = shared.vertx().getOrCreateContext();
  private final List<LocalWay> ways = new ArrayList<>();
  private final String session;

  LocalBus(String session) {
    this.session = session;
    shared.idle().enter();
  }

  /** All pools of the JVM are on one bus, each with a host of its own. */
  LocalWay toHost(Consumer<LocalFrame> receiver) {
    return open(Addresses.host(HOST + "." + session), receiver);
  }

  LocalWay toDriver(Consumer<LocalFrame> receiver) {
    return open(Addresses.driver(session), receiver);
  }

  private LocalWay open(String address, Consumer<LocalFrame> receiver) {
    LocalWay way = new LocalWay(shared, eventLoop, address, receiver);
    ways.add(way);
    return way;
  }

  LocalFrame frame(byte[] bytes) {
    return frame(List.of(ByteBuffer.wrap(bytes)));
  }

  LocalFrame frame(List<ByteBuffer> pieces) {
    return new LocalFrame(session, pieces);
  }

  /** Once. Nothing is delivered to either end any more; the bus itself stays for other pools. */
  void close() {
    ways.forEach(LocalWay::close);
    shared.idle().leave();
  }
}
