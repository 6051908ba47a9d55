package dev.entourage.transport.vertx;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of a link, one a direction, so that nothing can be sent back to where it came from.
 *
 * @param toHost what the driver closes its parts with
 * @param toDriver what the host closes its parts with
 */
record LinkKeys(SecretKey toHost, SecretKey toDriver) {

  private static final String HMAC = "HmacSHA256";

  /** Derives the keys by HKDF (RFC 5869), which Java has of its own only from 25 on. */
  static LinkKeys derive(byte[] secret, Transcript transcript) {
    byte[] extracted = hmac(transcript.hash(), secret);
    return new LinkKeys(key(extracted, "driver to host"), key(extracted, "host to driver"));
  }

  private static SecretKey key(byte[] extracted, String direction) {
    byte[] info =
        ("entourage " + Notice.PROTOCOL + " " + direction + "\1").getBytes(StandardCharsets.UTF_8);
    return new SecretKeySpec(hmac(extracted, info), "AES");
  }

  private static byte[] hmac(byte[] key, byte[] message) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac.doFinal(message);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
