package dev.entourage.transport.vertx;

import io.vertx.core.Context;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.MessageConsumer;
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

  private static final DeliveryOptions OPTIONS =
      new DeliveryOptions().setCodecName(LocalFrameCodec.NAME).setLocalOnly(true);

  private final SharedVertx shared = SharedVertx.get();
  private final Context eventLoop = shared.vertx().getOrCreateContext();
  private final List<MessageConsumer<LocalFrame>> consumers = new ArrayList<>();
  private final String session;

  /** All pools of the JVM are on one bus, each with a host of its own. */
  private final String host;

  private final String driver;

  LocalBus(String session) {
    this.session = session;
    host = Addresses.host(HOST + "." + session);
    driver = Addresses.driver(session);
    shared.idle().enter();
  }

  void toHost(List<ByteBuffer> frame) {
    send(host, frame);
  }

  void toDriver(byte[] frame) {
    send(driver, List.of(ByteBuffer.wrap(frame)));
  }

  private void send(String address, List<ByteBuffer> frame) {
    shared.vertx().eventBus().send(address, new LocalFrame(session, frame), OPTIONS);
  }

  void atHost(Consumer<LocalFrame> receiver) {
    listen(host, receiver);
  }

  void atDriver(Consumer<LocalFrame> receiver) {
    listen(driver, receiver);
  }

  private void listen(String address, Consumer<LocalFrame> receiver) {
    shared.receivers().set(new SenderThread(task -> eventLoop.runOnContext(ignored -> task.run())));
    try {
      consumers.add(
          shared
              .vertx()
              .eventBus()
              .localConsumer(address, message -> receiver.accept(message.body())));
    } finally {
      shared.receivers().remove();
    }
  }

  /** Once. Nothing is delivered to either end any more; the bus itself stays for other pools. */
  void close() {
    consumers.forEach(MessageConsumer::unregister);
    shared.idle().leave();
  }
}
