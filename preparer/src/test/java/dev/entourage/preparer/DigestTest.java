package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DigestTest {

  private static final byte[] ABC = "abc".getBytes(StandardCharsets.US_ASCII);

  @Test
  void isTheSha256() {
    assertThat(Digest.of(ABC))
        .hasToString("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void isTheSameAfterOthersAndBesideThem() {
    List<byte[]> files = IntStream.range(0, 2_000).mapToObj(i -> new byte[i]).toList();
    List<Digest> oneByOne = files.stream().map(Digest::of).toList();
    assertThat(files.parallelStream().map(Digest::of).toList()).isEqualTo(oneByOne);
    assertThat(Digest.of(ABC)).isEqualTo(Digest.of(ABC)).hasSameHashCodeAs(Digest.of(ABC));
  }

  @Test
  void differsWhereAnyOfItsBytesDoes() {
    byte[] bytes = new byte[Digest.BYTES];
    Digest zeros = Digest.read(ByteBuffer.wrap(bytes));
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = 1;
      assertThat(Digest.read(ByteBuffer.wrap(bytes))).isNotEqualTo(zeros);
      bytes[i] = 0;
    }
    assertThat(Digest.read(ByteBuffer.wrap(bytes))).isEqualTo(zeros);
  }
}
