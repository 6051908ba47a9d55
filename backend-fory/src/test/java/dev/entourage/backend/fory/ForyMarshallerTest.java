package dev.entourage.backend.fory;

import dev.entourage.backend.testkit.TableContract;
import dev.entourage.spi.SerializationBackend;
import java.util.List;

class ForyMarshallerTest extends TableContract {

  @Override
  protected SerializationBackend backend() {
    return new ForyBackend();
  }

  /** Two gigabytes in a blob, two in the rows, and less than nothing. */
  @Override
  protected List<byte[]> lies() {
    return List.of(
        new byte[] {0, 0, 0, 0, -1, -1, -1, -1, 7, 0, 0},
        new byte[] {0, 0, 0, 1, -1, -1, -1, -1, 7, 0, 0},
        new byte[] {0, -1, -1, -1, -1, 7, 0, 0, 0},
        new byte[] {0, 0, 0, 1, -1, -1, -1, -1, 15, 0, 0});
  }
}
