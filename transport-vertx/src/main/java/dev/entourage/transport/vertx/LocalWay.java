package dev.entourage.transport.vertx;

import io.vertx.core.Context;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.MessageConsumer;
import java.util.function.Consumer;

/**
 * One direction of a {@link LocalBus}. Messages are sent over the event bus. What is only passed on
 * from or to a worker goes straight to the receiver, since the bus takes a twentieth of a small
 * task. Both wait in one queue, so all arrive one after the other, in the order of the calls.
 */
final class LocalWay {

  private static final DeliveryOptions OPTIONS =
      new DeliveryOptions().setCodecName(LocalFrameCodec.NAME).setLocalOnly(true);

  private final SharedVertx shared;
  private final String address;
  private final Consumer<LocalFrame> receiver;
  private final SenderThread queue;
  private final MessageConsumer<LocalFrame> consumer;
  private volatile boolean closed;

  LocalWay(SharedVertx shared, Context rest, String address, Consumer<LocalFrame> receiver) {
    this.shared = shared;
    this.address = address;
    this.receiver = receiver;
    queue = new SenderThread(task -> rest.runOnContext(ignored -> task.run()));
    consumer = listen();
  }

  private MessageConsumer<LocalFrame> listen() {
    shared.receivers().set(queue);
    try {
      return shared
          .vertx()
          .eventBus()
          .localConsumer(address, message -> receiver.accept(message.body()));
    } finally {
      shared.receivers().remove();
    }
  }

  void send(LocalFrame frame) {
    shared.vertx().eventBus().send(address, frame, OPTIONS);
  }

  void pass(LocalFrame frame) {
    queue.execute(
        () -> {
          if (!closed) {
            receiver.accept(frame);
          }
        });
  }

  void close() {
    closed = true;
    consumer.unregister();
  }
}
