package dev.entourage.transport.vertx;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/**
 * The public half of a key of Ed25519: what others know a driver or a host by.
 *
 * @param text its X.509 form in base64, which is the same for the same key
 */
record PeerKey(String text) {

  /** How the algorithm is called, by the JDK and in files. */
  static final String ALGORITHM = "Ed25519";

  private static final int MAX_TEXT = 100;

  /**
   * Reads a key.
   *
   * @throws IllegalArgumentException when it is none of Ed25519
   */
  static PeerKey parse(String text) {
    if (text.length() > MAX_TEXT) {
      throw new IllegalArgumentException("it is too long for a key of Ed25519");
    }
    return of(Base64.getDecoder().decode(text));
  }

  static PeerKey of(byte[] encoded) {
    try {
      // Written anew, so that one key can't be written in two ways.
      if (Arrays.equals(decode(encoded).getEncoded(), encoded)) {
        return new PeerKey(Base64.getEncoder().encodeToString(encoded));
      }
    } catch (GeneralSecurityException noKey) {
      // Told below.
    }
    throw new IllegalArgumentException("it is no public key of Ed25519");
  }

  private static PublicKey decode(byte[] encoded) throws GeneralSecurityException {
    return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
  }

  /** Says whether the owner of this key has signed a message. Takes about a millisecond. */
  boolean signed(byte[] message, byte[] signature) {
    try {
      Signature check = Signature.getInstance(ALGORITHM);
      check.initVerify(decode(Base64.getDecoder().decode(text)));
      check.update(message);
      return check.verify(signature);
    } catch (GeneralSecurityException damaged) {
      return false;
    }
  }

  /** Returns what people compare: the hash of the key. */
  String fingerprint() {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(Base64.getDecoder().decode(text));
      return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(hash);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
