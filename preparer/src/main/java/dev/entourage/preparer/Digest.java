package dev.entourage.preparer;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicReference;

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
   * One that nobody uses just now: to ask the JDK's providers for one takes longer than to digest a
   * small file.
   */
  private static final AtomicReference<MessageDigest> SPARE = new AtomicReference<>();

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
    MessageDigest spare = SPARE.getAndSet(null);
    MessageDigest sha256 = spare != null ? spare : sha256();
    sha256.update(bytes.duplicate());
    Digest digest = read(ByteBuffer.wrap(sha256.digest()));
    SPARE.set(sha256);
    return digest;
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

  // What the compiler gives records is linked when it is first used, which takes a worker that has
  // just started 20 ms of CPU time.

  @Override
  public boolean equals(Object other) {
    return other instanceof Digest o && a == o.a && b == o.b && c == o.c && d == o.d;
  }

  /** Returns some bits of it, which are as good as any hash of all. */
  @Override
  public int hashCode() {
    return (int) a;
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
