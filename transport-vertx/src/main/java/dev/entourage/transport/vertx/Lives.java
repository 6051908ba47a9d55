package dev.entourage.transport.vertx;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Who was heard of lately. A peer is gone when its beats stop, or when its node has left the
 * cluster. Not thread-safe.
 */
final class Lives {

  /** How often everybody says that it is there, in milliseconds. */
  static final long BEAT_MILLIS = 1_000;

  /** After how many nanoseconds without a beat a peer counts as gone. */
  static final long SILENCE = 10_000_000_000L;

  /** A view of the cluster may lag behind a beat, but not for two rounds. */
  private static final int ROUNDS_MISSING = 2;

  private static final class Life {
    private final String node;
    private long heard;
    private int missing;

    private Life(String node) {
      this.node = node;
    }

    private void look(Collection<String> nodes) {
      missing = node.isEmpty() || nodes.contains(node) ? 0 : missing + 1;
    }
  }

  private final Map<String, Life> lives = new HashMap<>();

  /**
   * A peer has said something.
   *
   * @param peer its name
   * @param node where it lives, or an empty string while that isn't known
   * @param now nanoseconds of a monotonic clock
   */
  void heard(String peer, String node, long now) {
    lives.compute(peer, (key, known) -> sameNode(known, node)).heard = now;
  }

  private static Life sameNode(Life known, String node) {
    return known != null && known.node.equals(node) ? known : new Life(node);
  }

  boolean knows(String peer) {
    return lives.containsKey(peer);
  }

  void forget(String peer) {
    lives.remove(peer);
  }

  /** Looks at the cluster once; called at every beat. An empty view says nothing. */
  void look(Collection<String> nodes) {
    if (!nodes.isEmpty()) {
      lives.values().forEach(life -> life.look(nodes));
    }
  }

  /** Says whether a peer is no longer there, or was never heard of. */
  boolean isGone(String peer, long now) {
    Life life = lives.get(peer);
    return life == null || life.missing >= ROUNDS_MISSING || now - life.heard > SILENCE;
  }

  void forgetGone(long now) {
    lives.keySet().removeIf(peer -> isGone(peer, now));
  }
}
