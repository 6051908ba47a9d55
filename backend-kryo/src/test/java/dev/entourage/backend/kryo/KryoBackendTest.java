package dev.entourage.backend.kryo;

import dev.entourage.backend.testkit.BackendContract;
import dev.entourage.spi.SerializationBackend;

class KryoBackendTest extends BackendContract {

  @Override
  protected SerializationBackend backend() {
    return new KryoBackend();
  }
}
