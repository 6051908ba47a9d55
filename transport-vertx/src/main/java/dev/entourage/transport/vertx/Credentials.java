package dev.entourage.transport.vertx;

import dev.entourage.ConfigurationException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Who this side is and whom it trusts. Neither is needed for trials on one machine: then everybody
 * who reaches the bus is trusted.
 */
final class Credentials {

  /** Nobody in particular, who trusts everybody. */
  static final Credentials NONE = new Credentials(null, null);

  private final Identity own;
  private final KeyList peers;

  private Credentials(Identity own, KeyList peers) {
    this.own = own;
    this.peers = peers;
  }

  /**
   * Reads the files.
   *
   * @param key our own key's
   * @param list of the keys that we trust
   * @param listOption the option that names the list: {@code drivers} or {@code hosts}
   * @param optional whether there may be neither
   * @throws ConfigurationException when one is missing or can't be used
   */
  static Credentials read(
      Optional<Path> key, Optional<Path> list, String listOption, boolean optional) {
    if (key.isEmpty() && list.isEmpty() && optional) {
      return NONE;
    }
    if (key.isEmpty() || list.isEmpty()) {
      throw new ConfigurationException(
          "A cluster needs keys: option %s is missing. Set key to a file that entourage keygen made,"
                  .formatted(key.isEmpty() ? "key" : listOption)
              + " and %s to the list of the %s that are trusted; trials on one machine need neither,"
                  .formatted(listOption, listOption)
              + " with insecureLoopback=true.");
    }
    return new Credentials(Identity.read("key", key.get()), KeyList.read(listOption, list.get()));
  }

  /** Returns our public key; empty when there is none. */
  String key() {
    return own == null ? "" : own.key().text();
  }

  /** Returns how our key is called by people. */
  String fingerprint() {
    return own == null ? "none" : own.key().fingerprint();
  }

  /** Signs a message, when we have a key. Takes about a millisecond. */
  byte[] sign(byte[] message) {
    return own == null ? new byte[0] : own.sign(message);
  }

  /** Says whether the owner of a key is trusted. Takes no time. */
  boolean trusts(String key) {
    return peers == null || peers.name(new PeerKey(key)).isPresent();
  }

  /** Returns what a trusted key is called here; empty when it has no name. */
  String name(String key) {
    return peers == null ? "" : peers.name(new PeerKey(key)).orElse("");
  }

  /**
   * Makes sure that the owner of a trusted key has signed a message. Takes about a millisecond.
   *
   * @throws RefusedException when that isn't so
   */
  void require(String key, byte[] message, byte[] signature) throws RefusedException {
    if (!trusts(key)) {
      throw new RefusedException(Refusal.UNKNOWN_KEY);
    }
    if (peers != null && !new PeerKey(key).signed(message, signature)) {
      throw new RefusedException(Refusal.BAD_SIGNATURE);
    }
  }

  /** Reads the list again when it has changed. Looks at a file, so not for event loops. */
  void refresh() {
    if (peers != null) {
      peers.refresh();
    }
  }
}
