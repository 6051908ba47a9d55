package dev.entourage.backend.fory;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.MarshallingException;
import dev.entourage.backend.testkit.TableContract;
import dev.entourage.spi.SerializationBackend;
import java.util.List;
import org.apache.fory.memory.MemoryUtils;
import org.junit.jupiter.api.Test;

class ForyMarshallerTest extends TableContract {

  @Override
  protected SerializationBackend backend() {
    return new ForyBackend();
  }

  /** Two gigabytes in the steps, in a blob, in the rows, and less than nothing. */
  @Override
  protected List<byte[]> lies() {
    return List.of(
        new byte[] {0, -1, -1, -1, -1, 7, 0, 0},
        new byte[] {1, 0, 0, 0, 0, -1, -1, -1, -1, 7, 0, 0},
        new byte[] {1, 0, 0, 0, 1, -1, -1, -1, -1, 7, 0, 0},
        new byte[] {1, 0, -1, -1, -1, -1, 7, 0, 0, 0},
        new byte[] {1, 0, 0, 0, 1, -1, -1, -1, -1, 15, 0, 0});
  }

  @Test
  void refusesATableOfNoSort() {
    assertThatThrownBy(() -> new ForyReader(MemoryUtils.wrap(new byte[] {2, 0, 0, 0})).read())
        .isInstanceOf(MarshallingException.class)
        .hasMessageContaining("sort=2");
  }
}
