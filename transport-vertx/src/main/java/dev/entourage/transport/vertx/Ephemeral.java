package dev.entourage.transport.vertx;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import javax.crypto.KeyAgreement;

/**
 * One side's half of the agreement on a link's keys, by X25519. It is used once and never written
 * down: who learns the keys of both sides later can't read what a link has carried.
 */
final class Ephemeral {

  private static final String ALGORITHM = "X25519";

  private final KeyPair pair;

  private Ephemeral(KeyPair pair) {
    this.pair = pair;
  }

  /** Makes one. Takes about a millisecond. */
  static Ephemeral make() {
    try {
      return new Ephemeral(KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Returns what the other side needs. */
  String text() {
    return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
  }

  /**
   * Returns what only the two sides know. Takes about a millisecond.
   *
   * @throws RefusedException when the other half is none, or one that would give all away
   */
  byte[] agree(String other) throws RefusedException {
    try {
      KeyAgreement agreement = KeyAgreement.getInstance(ALGORITHM);
      agreement.init(pair.getPrivate());
      agreement.doPhase(
          KeyFactory.getInstance(ALGORITHM)
              .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(other))),
          true);
      return agreement.generateSecret();
    } catch (GeneralSecurityException hostile) {
      throw new RefusedException(Refusal.MALFORMED);
    }
  }
}
