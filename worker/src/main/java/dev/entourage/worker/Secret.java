package dev.entourage.worker;

import dev.entourage.preparer.Digest;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * What a host and one worker know and nobody else. Each side proves it by a digest of its own, so
 * that neither can be played back to the other; a secret serves one connection. Immutable.
 *
 * @since 0.1
 */
public final class Secret {

  private static final int BYTES = 32;

  private final byte[] bytes;

  private Secret(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Makes a new secret.
   *
   * @return 32 random bytes
   */
  public static Secret fresh() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return new Secret(bytes);
  }

  static Secret ofHex(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    if (bytes.length != BYTES) {
      throw new FrameException("A secret must have 32 bytes: bytes=" + bytes.length);
    }
    return new Secret(bytes);
  }

  String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  /**
   * Returns what a worker says.
   *
   * @return its proof
   */
  public Digest workerProof() {
    return proof((byte) 'w');
  }

  /**
   * Returns what a host says.
   *
   * @return its proof
   */
  public Digest hostProof() {
    return proof((byte) 'h');
  }

  /**
   * Compares two proofs in a time that doesn't depend on them.
   *
   * @param expected what the proof must be
   * @param given what the peer said
   * @return whether they are the same
   */
  public static boolean same(Digest expected, Digest given) {
    long difference =
        (expected.a() ^ given.a())
            | (expected.b() ^ given.b())
            | (expected.c() ^ given.c())
            | (expected.d() ^ given.d());
    return difference == 0;
  }

  private Digest proof(byte role) {
    byte[] salted = new byte[BYTES + 1];
    salted[0] = role;
    System.arraycopy(bytes, 0, salted, 1, BYTES);
    return Digest.of(salted);
  }
}
