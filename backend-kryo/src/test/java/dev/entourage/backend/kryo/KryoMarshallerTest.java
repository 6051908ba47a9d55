package dev.entourage.backend.kryo;

import dev.entourage.backend.testkit.TableContract;
import dev.entourage.spi.SerializationBackend;
import java.util.List;

class KryoMarshallerTest extends TableContract {

  @Override
  protected SerializationBackend backend() {
    return new KryoBackend();
  }

  /** Two gigabytes in a blob, two in the rows, and less than nothing. */
  @Override
  protected List<byte[]> lies() {
    return List.of(
        new byte[] {'K', 0, 0, 0, 0, -1, -1, -1, -1, 7, 0, 0},
        new byte[] {'K', 0, 0, 0, 1, -1, -1, -1, -1, 7, 0, 0},
        new byte[] {'K', 0, -1, -1, -1, -1, 7, 0, 0, 0},
        new byte[] {'K', 0, 0, 0, 1, -1, -1, -1, -1, 15, 0, 0});
  }
}
