package dev.entourage.engine;

import dev.entourage.worker.Link;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The peers who have yet to prove the secret. There may be few of them at once, each of whom costs
 * a thread and a few KB: when there are too many, the one that has been there longest goes, since
 * the worker needs milliseconds, and strangers who say nothing may come by the hundreds.
 * Thread-safe.
 */
final class Knocking {

  private static final int AT_ONCE = 16;

  private final Deque<Link> peers = new ArrayDeque<>();
  private boolean closed;

  void add(Link peer) {
    Link tooMany = exchange(peer);
    if (tooMany != null) {
      tooMany.close();
    }
  }

  /** Lets go of a peer who is no stranger, or who has gone. */
  synchronized void remove(Link peer) {
    peers.remove(peer);
  }

  /** Turns all away, now and later. */
  synchronized void close() {
    closed = true;
    peers.forEach(Link::close);
  }

  private synchronized Link exchange(Link peer) {
    if (closed) {
      return peer;
    }
    peers.addLast(peer);
    return peers.size() > AT_ONCE ? peers.removeFirst() : null;
  }
}
