package dev.entourage.transport.vertx;

import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.MessageConsumer;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * A direction whose messages are sent over the event bus. What is only passed on from or to a
 * worker goes straight to the receiver, since the bus takes a twentieth of a small task.
 */
final class BusWay extends LocalWay {

  private static final DeliveryOptions OPTIONS =
      new DeliveryOptions().setCodecName(LocalFrameCodec.NAME).setLocalOnly(true);

  private final SharedVertx shared;
  private final String address;
  private final MessageConsumer<LocalFrame> consumer;

  BusWay(SharedVertx shared, Executor rest, String address, Consumer<LocalFrame> receiver) {
    super(rest, receiver);
    this.shared = shared;
    this.address = address;
    consumer = listen(receiver);
  }

  private MessageConsumer<LocalFrame> listen(Consumer<LocalFrame> receiver) {
    shared.receivers().set(queue());
    try {
      return shared
          .vertx()
          .eventBus()
          .localConsumer(address, message -> receiver.accept(message.body()));
    } finally {
      shared.receivers().remove();
    }
  }

  @Override
  void send(LocalFrame frame) {
    shared.vertx().eventBus().send(address, frame, OPTIONS);
  }

  @Override
  void close() {
    super.close();
    consumer.unregister();
  }
}
