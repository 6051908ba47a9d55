package dev.entourage.worker;

/**
 * The shape of each frame: protocol version (1 byte), type (1 byte), length of the payload (4
 * bytes, big-endian), payload.
 *
 * @since 0.1
 */
public final class Frames {

  /** The protocol that this build speaks; the first byte of each frame. */
  public static final int VERSION = 1;

  /** The size of the header, in bytes. */
  public static final int HEADER = 6;

  /** The longest payload of a peer that hasn't proved the secret yet, in bytes. */
  public static final int UNPROVED_CAP = 64;

  /** The longest payload by default, in bytes: 1 GiB of state and some room for its frame. */
  public static final int DEFAULT_CAP = (1 << 30) + (1 << 16);

  private Frames() {}

  static void requireVersion(int version) {
    if (version != VERSION) {
      throw new FrameException(
          "Both ends must speak one protocol: version="
              + version
              + ", expected="
              + VERSION
              + ". Use the same release of Entourage on both.");
    }
  }

  static void requireLength(int length, int cap) {
    if (length < 0 || length > cap) {
      throw new FrameException(
          "A frame must not be longer than the cap: length="
              + Integer.toUnsignedString(length)
              + ", cap="
              + cap);
    }
  }
}
