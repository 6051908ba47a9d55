package dev.entourage.engine;

import dev.entourage.worker.FrameException;
import dev.entourage.worker.Handshake;
import dev.entourage.worker.Letterboxes;
import dev.entourage.worker.Link;
import dev.entourage.worker.Secret;
import dev.entourage.worker.Setup;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Where one worker connects. It opens before the process starts and closes, with its file, once the
 * worker has proved the secret: a pool at work has no door at all. Who can't prove it is turned
 * away, and the door stays open for the worker.
 */
final class Door implements AutoCloseable {

  /** How long a peer may take to prove the secret, in seconds. */
  private static final long PATIENCE = 10;

  private final DoorPlace place;
  private final ServerSocketChannel server;
  private final Optional<Letterboxes> letterboxes;
  private final SocketAddress address;
  private final Secret secret = Secret.fresh();
  private final CompletableFuture<Link> worker = new CompletableFuture<>();
  private final Knocking knocking = new Knocking();

  private Door(DoorPlace place, ServerSocketChannel server) throws IOException {
    this.place = place;
    this.server = server;
    letterboxes = place.letterboxes();
    address = server.getLocalAddress();
  }

  static Door open() throws IOException {
    Door door = JvmExit.before(Door::make);
    Threads.start("entourage-door", door::accept);
    return door;
  }

  private static Door make() throws IOException {
    DoorPlace place = DoorPlace.make();
    return new Door(place, place.listen());
  }

  /** What the worker must be told. */
  Setup setup() {
    return new Setup(secret, address);
  }

  /** Completes with the worker's link; fails when the door closes before. */
  CompletableFuture<Link> worker() {
    return worker;
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      Log.LOG.debug("Closing a listening socket failed", e);
    }
    place.remove();
    knocking.close();
    worker.completeExceptionally(new FrameException("The worker has not proved its secret"));
  }

  private void accept() {
    try {
      while (true) {
        knock(server.accept());
      }
    } catch (IOException e) {
      close();
    }
  }

  private void knock(SocketChannel peer) {
    Link link = new Link(peer);
    knocking.add(link);
    Threads.start("entourage-knock", () -> prove(link));
  }

  private void prove(Link link) {
    ScheduledFuture<?> limit = Clock.after(PATIENCE, TimeUnit.SECONDS, link::close);
    try {
      Handshake.asHost(link, secret);
      letterboxes.ifPresent(boxes -> link.also(boxes, true));
      knocking.remove(link);
      letIn(link);
    } catch (IOException | FrameException e) {
      link.close();
      Log.LOG.warn("Turned away a peer that isn't the awaited worker: {}", e.getMessage());
    } finally {
      limit.cancel(false);
      knocking.remove(link);
    }
  }

  private void letIn(Link link) {
    if (worker.complete(link)) {
      close();
    } else {
      link.close();
    }
  }
}
