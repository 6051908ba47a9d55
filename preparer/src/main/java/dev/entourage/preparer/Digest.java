package dev.entourage.preparer;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The SHA-256 of some bytes: the identity of class files, manifests and shared values.
 *
 * @param a the first eight bytes, big-endian
 * @param b the next eight
 * @param c the next eight
 * @param d the last eight
 * @since 0.1
 */
public record Digest(long a, long b, long c, long d) {

  /** The size of a digest, in bytes. */
  public static final int BYTES = 32;

  /**
   * Digests bytes.
   *
   * @param bytes what to digest
   * @return the digest
   */
  public static Digest of(byte[] bytes) {
    return of(ByteBuffer.wrap(bytes));
  }

  /**
   * Digests the remaining bytes of a buffer.
   *
   * @param bytes what to digest; its position doesn't move
   * @return the digest
   */
  public static Digest of(ByteBuffer bytes) {
    MessageDigest sha256 = sha256();
    sha256.update(bytes.duplicate());
    return read(ByteBuffer.wrap(sha256.digest()));
  }

  /**
   * Reads a digest.
   *
   * @param in at least 32 bytes; its position moves behind them
   * @return the digest
   */
  public static Digest read(ByteBuffer in) {
    return new Digest(in.getLong(), in.getLong(), in.getLong(), in.getLong());
  }

  /**
   * Writes this digest.
   *
   * @param out room for at least 32 bytes
   */
  public void write(ByteBuffer out) {
    out.putLong(a).putLong(b).putLong(c).putLong(d);
  }

  /** Returns 64 hexadecimal digits. */
  @Override
  public String toString() {
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(a) + hex.toHexDigits(b) + hex.toHexDigits(c) + hex.toHexDigits(d);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
