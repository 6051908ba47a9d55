package dev.entourage.transport.vertx;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.MessageConsumer;
import java.util.function.Consumer;

/** The way between a driver and the one host in its JVM. */
final class LocalBus {

  /** The name of that host. */
  static final String HOST = "local";

  private static final DeliveryOptions OPTIONS =
      new DeliveryOptions().setCodecName(PartCodec.NAME).setLocalOnly(true);

  private final EventBus bus;

  LocalBus(Vertx vertx) {
    bus = vertx.eventBus();
  }

  void toHost(String session, byte[] frame) {
    bus.send(Addresses.host(HOST), Part.whole(session, 0, frame), OPTIONS);
  }

  void toDriver(String session, byte[] frame) {
    bus.send(Addresses.driver(session), Part.whole(session, 0, frame), OPTIONS);
  }

  Future<Void> atHost(Consumer<Part> receiver) {
    return listen(Addresses.host(HOST), receiver).completion();
  }

  MessageConsumer<Part> atDriver(String session, Consumer<Part> receiver) {
    return listen(Addresses.driver(session), receiver);
  }

  private MessageConsumer<Part> listen(String address, Consumer<Part> receiver) {
    return bus.localConsumer(address, message -> receiver.accept(message.body()));
  }
}
