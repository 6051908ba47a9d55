package dev.entourage.engine;

import dev.entourage.EntourageException;
import dev.entourage.spi.Transport;
import dev.entourage.worker.BusCodec;
import dev.entourage.worker.BusMessage.KillWorker;
import dev.entourage.worker.BusMessage.ToDriver;
import dev.entourage.worker.BusMessage.ToHost;
import dev.entourage.worker.Frames;
import dev.entourage.worker.LinkMessage;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** A pool's end of the transport: frames become messages and back. Thread-safe. */
final class Bus implements Transport.Driver, WorkerLine, AutoCloseable {

  /** Hears messages on the transport's threads; returns at once. */
  interface Listener {

    void joined(String host);

    void left(String host);

    /** A host speaks another protocol than this driver, so that it can't be used. */
    void unlike(String host, int protocol);

    void said(String host, ToDriver message);
  }

  private final String session = "s-" + UUID.randomUUID();
  private final Map<String, String> options;
  private final CompletableFuture<Transport.Connection> connection = new CompletableFuture<>();

  private volatile Listener listener;

  Bus(Map<String, String> options) {
    this.options = options;
  }

  /** The connection may have been made before; nobody is told of anything until now. */
  void connect(Supplier<Transport.Connection> made, Listener listens) {
    listener = listens;
    connection.complete(made.get());
  }

  void send(String host, ToHost message) {
    connection.join().send(host, BusCodec.encode(message));
  }

  @Override
  public void send(String host, String worker, LinkMessage message) {
    connection.join().pass(host, BusCodec.toWorker(worker, message));
  }

  @Override
  public Transport.Inflow inflow(String host, String worker) {
    return connection.join().inflow(host, worker);
  }

  @Override
  public void kill(String host, String worker) {
    send(host, new KillWorker(worker));
  }

  @Override
  public void close() {
    connection.thenAccept(Transport.Connection::close);
  }

  @Override
  public String session() {
    return session;
  }

  @Override
  public String option(String name) {
    return options.get(name);
  }

  /** The connection may not be there yet, and a host must not be spoken to before. */
  @Override
  public void joined(String host) {
    connection.thenRun(() -> listener.joined(host));
  }

  @Override
  public void left(String host) {
    connection.thenRun(() -> listener.left(host));
  }

  @Override
  public void received(String host, byte[] frame) {
    int protocol = BusCodec.protocol(ByteBuffer.wrap(frame));
    if (protocol != Frames.VERSION) {
      connection.thenRun(() -> listener.unlike(host, protocol));
      return;
    }
    try {
      if (BusCodec.decode(frame) instanceof ToDriver message) {
        listener.said(host, message);
      }
    } catch (EntourageException e) {
      // A host that doesn't keep to the protocol can't be told what is lost: it is out.
      Log.LOG.error("Host {} sent a frame that can't be read: {}", host, e.getMessage());
      listener.left(host);
    }
  }
}
