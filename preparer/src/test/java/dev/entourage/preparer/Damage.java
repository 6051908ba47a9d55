package dev.entourage.preparer;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Makes hostile bytes out of good ones: cut, flipped, grown, spliced, with lengths made up. */
final class Damage {

  private static final int[] HOSTILE = {
    0, 1, -1, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x10000, 0x7fffffff, 0x80000000, -2, -12
  };

  private final List<byte[]> samples;
  private final Random random;

  Damage(List<byte[]> samples, long seed) {
    this.samples = samples;
    this.random = new Random(seed);
  }

  byte[] next() {
    byte[] bytes = sample().clone();
    for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
      bytes = changed(bytes);
    }
    return bytes;
  }

  private byte[] sample() {
    return samples.get(random.nextInt(samples.size()));
  }

  private byte[] changed(byte[] bytes) {
    if (bytes.length < 8) {
      return sample().clone();
    }
    int at = random.nextInt(bytes.length);
    switch (random.nextInt(8)) {
      case 0:
        return Arrays.copyOf(bytes, at);
      case 1:
        return spliced(bytes, at);
      case 2:
        return repeated(bytes, at);
      case 3:
        ByteBuffer.wrap(bytes).putInt(Math.min(at, bytes.length - 4), hostile());
        return bytes;
      case 4:
        ByteBuffer.wrap(bytes).putShort(Math.min(at, bytes.length - 2), (short) hostile());
        return bytes;
      case 5:
        bytes[at] ^= (byte) (1 << random.nextInt(8));
        return bytes;
      default:
        bytes[at] = (byte) random.nextInt();
        return bytes;
    }
  }

  private int hostile() {
    return random.nextInt(3) == 0 ? random.nextInt() : HOSTILE[random.nextInt(HOSTILE.length)];
  }

  /** The beginning of one and the end of another. */
  private byte[] spliced(byte[] bytes, int at) {
    byte[] other = sample();
    int from = random.nextInt(other.length);
    byte[] joined = Arrays.copyOf(bytes, at + other.length - from);
    System.arraycopy(other, from, joined, at, other.length - from);
    return joined;
  }

  /** A part of it many times over. */
  private byte[] repeated(byte[] bytes, int at) {
    int length = 1 + random.nextInt(Math.min(40, bytes.length - at));
    int times = random.nextInt(60);
    byte[] longer = Arrays.copyOf(bytes, bytes.length + times * length);
    for (int i = 0; i < times; i++) {
      System.arraycopy(bytes, at, longer, at + i * length, length);
    }
    System.arraycopy(bytes, at, longer, at + times * length, bytes.length - at);
    return longer;
  }
}
