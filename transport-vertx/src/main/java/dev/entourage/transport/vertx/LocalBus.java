package dev.entourage.transport.vertx;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.internal.VertxBootstrap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * The way between a driver and the one host in its JVM. A message is delivered on the thread that
 * sends it, as both receivers return at once; see {@link SenderThread}.
 */
final class LocalBus {

  /** The name of that host. */
  static final String HOST = "local";

  private static final DeliveryOptions OPTIONS =
      new DeliveryOptions().setCodecName(PartCodec.NAME).setLocalOnly(true);

  /** What a consumer runs on that is being made by this thread; others get the usual. */
  private final ThreadLocal<Executor> executor = new ThreadLocal<>();

  private final Vertx vertx;
  private final Context eventLoop;

  LocalBus(VertxOptions options) {
    vertx =
        VertxBootstrap.create()
            .options(options)
            .eventExecutorProvider(thread -> executor.get())
            .init()
            .vertx();
    eventLoop = vertx.getOrCreateContext();
    PartCodec.register(vertx);
  }

  void toHost(String session, byte[] frame) {
    send(Addresses.host(HOST), session, frame);
  }

  void toDriver(String session, byte[] frame) {
    send(Addresses.driver(session), session, frame);
  }

  private void send(String address, String session, byte[] frame) {
    vertx.eventBus().send(address, Part.whole(session, 0, frame), OPTIONS);
  }

  MessageConsumer<Part> atHost(Consumer<Part> receiver) {
    return listen(Addresses.host(HOST), receiver);
  }

  MessageConsumer<Part> atDriver(String session, Consumer<Part> receiver) {
    return listen(Addresses.driver(session), receiver);
  }

  private MessageConsumer<Part> listen(String address, Consumer<Part> receiver) {
    executor.set(new SenderThread(task -> eventLoop.runOnContext(ignored -> task.run())));
    try {
      return vertx.eventBus().localConsumer(address, message -> receiver.accept(message.body()));
    } finally {
      executor.remove();
    }
  }

  void close() {
    Blocking.await(vertx.close());
  }
}
