package dev.entourage.transport.vertx;

import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * One direction of a {@link LocalBus}: all messages wait in one queue, so they arrive one after the
 * other, in the order of the calls.
 */
class LocalWay {

  private final Consumer<LocalFrame> receiver;
  private final SenderThread queue;
  private volatile boolean closed;

  /**
   * Opens it.
   *
   * @param rest runs what is too much for the thread that sends it
   * @param receiver gets the messages
   */
  LocalWay(Executor rest, Consumer<LocalFrame> receiver) {
    this.receiver = receiver;
    queue = new SenderThread(rest);
  }

  /** Returns what runs the receiver. */
  final Executor queue() {
    return queue;
  }

  void send(LocalFrame frame) {
    pass(frame);
  }

  /** Hands over what only passes from or to a worker. */
  final void pass(LocalFrame frame) {
    queue.execute(
        () -> {
          if (!closed) {
            receiver.accept(frame);
          }
        });
  }

  void close() {
    closed = true;
  }
}
