package dev.entourage.transport.vertx;

import dev.entourage.spi.Transport;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A driver that writes down what it hears. */
final class FakeDriver implements Transport.Driver {

  /** A frame and the host it came from. */
  record Received(String host, byte[] frame) {}

  final BlockingQueue<String> joined = new LinkedBlockingQueue<>();
  final BlockingQueue<String> left = new LinkedBlockingQueue<>();
  final BlockingQueue<Received> frames = new LinkedBlockingQueue<>();
  final Map<String, String> options = new HashMap<>();
  private final String session = "session-" + UUID.randomUUID();

  static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
    T next = queue.poll(30, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("Nothing came within 30 s.");
    }
    return next;
  }

  @Override
  public String session() {
    return session;
  }

  @Override
  public String option(String name) {
    return options.get(name);
  }

  @Override
  public void joined(String host) {
    joined.add(host);
  }

  @Override
  public void left(String host) {
    left.add(host);
  }

  @Override
  public void received(String host, byte[] frame) {
    frames.add(new Received(host, frame));
  }
}
