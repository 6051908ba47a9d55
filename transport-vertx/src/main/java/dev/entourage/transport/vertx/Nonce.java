package dev.entourage.transport.vertx;

import java.security.SecureRandom;
import java.util.Base64;

/** What makes each handshake unlike all others. */
final class Nonce {

  private static final SecureRandom RANDOM = new SecureRandom();

  private static final int BYTES = 32;

  private Nonce() {}

  static String make() {
    byte[] nonce = new byte[BYTES];
    RANDOM.nextBytes(nonce);
    return Base64.getEncoder().encodeToString(nonce);
  }
}
