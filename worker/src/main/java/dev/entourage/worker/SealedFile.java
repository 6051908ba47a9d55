package dev.entourage.worker;

import dev.entourage.preparer.Digest;
import java.nio.ByteBuffer;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/**
 * A class file as it lies on a disk that tasks of other drivers can read: only who can name the
 * hash of its content finds it, and can read it. The name is a hash of that hash, and what is in it
 * is enciphered with a stream of hashes of it. The JDK's own ciphers would take a worker that has
 * just started 0.1 seconds to load.
 */
final class SealedFile {

  private static final long NAME = -1;

  private SealedFile() {}

  /** Where the class file of a hash is. */
  static String name(Digest hash) {
    return Digest.of(block(hash, NAME)).toString();
  }

  static byte[] seal(Digest hash, byte[] file) {
    return encipher(hash, file);
  }

  /** Returns the class file; empty where somebody has put other bytes there. */
  static Optional<byte[]> unseal(Digest hash, byte[] sealed) {
    byte[] file = encipher(hash, sealed);
    return Digest.of(file).equals(hash) ? Optional.of(file) : Optional.empty();
  }

  /** Does and undoes it. A hash enciphers one content only, so that its stream is never reused. */
  private static byte[] encipher(Digest hash, byte[] bytes) {
    byte[] out = bytes.clone();
    byte[] stream = new byte[Digest.BYTES];
    MessageDigest sha256 = sha256();
    ByteBuffer block = block(hash, 0);
    for (int start = 0; start < out.length; start += stream.length) {
      fill(stream, sha256, block.putLong(Digest.BYTES, start));
      int end = Math.min(out.length, start + stream.length);
      for (int i = start; i < end; i++) {
        out[i] ^= stream[i - start];
      }
    }
    return out;
  }

  private static ByteBuffer block(Digest hash, long counter) {
    ByteBuffer block = ByteBuffer.allocate(Digest.BYTES + Long.BYTES);
    hash.write(block);
    return block.putLong(counter).flip();
  }

  private static void fill(byte[] stream, MessageDigest sha256, ByteBuffer block) {
    try {
      sha256.update(block.array());
      sha256.digest(stream, 0, stream.length);
    } catch (DigestException e) {
      throw new IllegalStateException("A digest fits into its own size", e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
