package dev.entourage.backend.fory;

import dev.entourage.backend.testkit.BackendContract;
import dev.entourage.spi.SerializationBackend;

class ForyBackendTest extends BackendContract {

  @Override
  protected SerializationBackend backend() {
    return new ForyBackend();
  }
}
