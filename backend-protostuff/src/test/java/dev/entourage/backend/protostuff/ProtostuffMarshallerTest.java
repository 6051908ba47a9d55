package dev.entourage.backend.protostuff;

import dev.entourage.backend.testkit.TableContract;
import dev.entourage.spi.SerializationBackend;
import java.util.List;

class ProtostuffMarshallerTest extends TableContract {

  @Override
  protected SerializationBackend backend() {
    return new ProtostuffBackend();
  }

  /** Two gigabytes in a blob, and two in the rows. */
  @Override
  protected List<byte[]> lies() {
    return List.of(
        new byte[] {8, 0, 8, 0, 8, 0, 8, 1, 8, 0, 6 << 3 | 2, -1, -1, -1, -1, 7, 0, 0},
        new byte[] {8, 0, 8, 0, 8, 0, 8, 0, 8, 1, 7 << 3 | 2, -1, -1, -1, -1, 7, 0, 0},
        new byte[] {8, 0, 8, -1, -1, -1, -1, 7, 8, 0, 8, 0, 8, 0});
  }
}
