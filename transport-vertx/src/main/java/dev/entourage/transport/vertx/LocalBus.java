package dev.entourage.transport.vertx;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * The way between a driver and the one host in its JVM, for one session. A message is delivered on
 * the thread that sends it, as both receivers return at once; see {@link SenderThread}.
 */
final class LocalBus {

  static {
    QuietConsole.hush();
  }

  /** The name of that host. */
  static final String HOST = "local";

  /**
   * Empty where the application has libraries that Vert.x can't start with, or none: frames need no
   * bus. No reference to a method of it may stand here, as that would be linked in any case.
   */
  private final Optional<SharedVertx> shared = findVertx();

  private final Executor rest = shared.isPresent() ? shared.get().loop() : LocalBus::onThread;
  private final List<LocalWay> ways = new ArrayList<>();
  private final String session;

  LocalBus(String session) {
    this.session = session;
    if (shared.isPresent()) {
      shared.get().enter();
    }
  }

  private static Optional<SharedVertx> findVertx() {
    try {
      return SharedVertx.find();
    } catch (NoClassDefFoundError noVertx) {
      return Optional.empty();
    }
  }

  /** All pools of the JVM are on one bus, each with a host of its own. */
  LocalWay toHost(Consumer<LocalFrame> receiver) {
    return open(Addresses.host(HOST + "." + session), receiver);
  }

  LocalWay toDriver(Consumer<LocalFrame> receiver) {
    return open(Addresses.driver(session), receiver);
  }

  private LocalWay open(String address, Consumer<LocalFrame> receiver) {
    LocalWay way =
        shared.isPresent()
            ? new BusWay(shared.get(), rest, address, receiver)
            : new LocalWay(rest, receiver);
    ways.add(way);
    return way;
  }

  private static void onThread(Runnable task) {
    Thread thread = new Thread(null, task, "entourage-bus", 0, false);
    thread.setDaemon(true);
    thread.start();
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
    if (shared.isPresent()) {
      shared.get().leave();
    }
  }
}
