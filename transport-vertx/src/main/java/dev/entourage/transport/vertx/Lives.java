package dev.entourage.transport.vertx;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Who was heard of lately. A peer is gone when its beats stop for long, or when its node has left
 * the cluster for long. Not thread-safe.
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
    private long seen;
    private int missing;

    private Life(String node, long now) {
      this.node = node;
      seen = now;
    }

    private void look(Collection<String> nodes, long now) {
      missing = node.isEmpty() || nodes.contains(node) ? 0 : missing + 1;
      seen = missing == 0 ? now : seen;
    }
  }

  private final Map<String, Life> lives = new HashMap<>();
  private final long silence;
  private final long absence;

  /** Gives a peer up as soon as its node has left: what it was to do can be done elsewhere. */
  Lives() {
    this(SILENCE, 0);
  }

  /**
   * Gives peers up later or sooner.
   *
   * @param silence after how many nanoseconds without a beat
   * @param absence after how many nanoseconds without its node in the cluster
   */
  Lives(long silence, long absence) {
    this.silence = silence;
    this.absence = absence;
  }

  /**
   * A peer has said something.
   *
   * @param peer its name
   * @param node where it lives, or an empty string while that isn't known
   * @param now nanoseconds of a monotonic clock
   */
  void heard(String peer, String node, long now) {
    lives.compute(peer, (key, known) -> sameNode(known, node, now)).heard = now;
  }

  private static Life sameNode(Life known, String node, long now) {
    return known != null && known.node.equals(node) ? known : new Life(node, now);
  }

  boolean knows(String peer) {
    return lives.containsKey(peer);
  }

  void forget(String peer) {
    lives.remove(peer);
  }

  /** Looks at the cluster once; called at every beat. An empty view says nothing. */
  void look(Collection<String> nodes, long now) {
    if (!nodes.isEmpty()) {
      lives.values().forEach(life -> life.look(nodes, now));
    }
  }

  /** Says whether a peer is no longer there, or was never heard of. */
  boolean isGone(String peer, long now) {
    Life life = lives.get(peer);
    return life == null
        || now - life.heard > silence
        || life.missing >= ROUNDS_MISSING && now - life.seen > absence;
  }

  void forgetGone(long now) {
    lives.keySet().removeIf(peer -> isGone(peer, now));
  }
}
