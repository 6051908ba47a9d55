package dev.entourage.backend.fst;

import dev.entourage.backend.testkit.TableContract;
import dev.entourage.spi.SerializationBackend;
import java.util.List;

class FstMarshallerTest extends TableContract {

  @Override
  protected SerializationBackend backend() {
    return new FstBackend();
  }

  /** Two gigabytes in a blob, two in the rows, and less than nothing. */
  @Override
  protected List<byte[]> lies() {
    return List.of(
        new byte[] {0, 0, 0, 0, -127, -1, -1, -1, 127, 0, 0},
        new byte[] {0, 0, 0, 1, -127, -1, -1, -1, 127, 0, 0},
        new byte[] {0, -127, -1, -1, -1, 127, 0, 0, 0},
        new byte[] {0, 0, 0, 1, -5, 0, 0});
  }
}
