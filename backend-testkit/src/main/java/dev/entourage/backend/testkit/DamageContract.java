package dev.entourage.backend.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.entourage.EntourageException;
import dev.entourage.MarshallingException;
import dev.entourage.spi.Marshaller;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Bytes that are cut, changed or never were a graph: a clear error, and little memory. */
abstract class DamageContract extends MarshallerContract {

  /** Far more than any sample needs, far less than a length that was made up. */
  private static final long BYTES_ALLOWED = 32 << 20;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void refusesBytesThatEndTooEarly() {
    Marshaller marshaller = marshaller();
    byte[] bytes = bytes();
    for (int length = 0; length < bytes.length; length++) {
      ByteBuffer cut = ByteBuffer.wrap(bytes, 0, length);
      assertThatThrownBy(() -> marshaller.read(cut))
          .as("length=%s of %s", length, bytes.length)
          .isInstanceOf(MarshallingException.class)
          .hasMessageNotContaining("null");
    }
  }

  @Test
  void refusesBytesThatEndTooLate() {
    byte[] bytes = bytes();
    ByteBuffer longer = ByteBuffer.wrap(Arrays.copyOf(bytes, bytes.length + 1));
    assertThatThrownBy(() -> marshaller().read(longer)).isInstanceOf(MarshallingException.class);
  }

  @Test
  void staysCalmWhenAByteIsChanged() {
    Marshaller marshaller = marshaller();
    byte[] bytes = bytes();
    for (int at = 0; at < bytes.length; at++) {
      for (int change : new int[] {1, 2, 0x40, 0x80, 0xff}) {
        byte[] changed = bytes.clone();
        changed[at] ^= (byte) change;
        staysCalm(marshaller, changed);
      }
    }
  }

  @Test
  void staysCalmWhenALengthIsMadeUp() {
    Marshaller marshaller = marshaller();
    byte[] bytes = bytes();
    byte[] huge = {-1, -1, -1, -1, 7};
    for (int at = 0; at <= bytes.length - huge.length; at++) {
      byte[] changed = bytes.clone();
      System.arraycopy(huge, 0, changed, at, huge.length);
      staysCalm(marshaller, changed);
    }
  }

  @Test
  void staysCalmOverNoise() {
    Marshaller marshaller = marshaller();
    byte[] begin = bytes();
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      byte[] noise = new byte[random.nextInt(200)];
      random.nextBytes(noise);
      System.arraycopy(begin, 0, noise, 0, Math.min(noise.length, random.nextInt(20)));
      staysCalm(marshaller, noise);
    }
  }

  /** Either it is still a graph, or it is refused; at no price in memory. */
  private static void staysCalm(Marshaller marshaller, byte[] bytes) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    try {
      marshaller.read(ByteBuffer.wrap(bytes));
    } catch (EntourageException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
    assertThat(THREADS.getCurrentThreadAllocatedBytes() - before)
        .as(() -> "memory for " + Arrays.toString(bytes))
        .isLessThan(BYTES_ALLOWED);
  }
}
