package dev.entourage.backend.protostuff;

import dev.entourage.backend.testkit.BackendContract;
import dev.entourage.spi.SerializationBackend;

class ProtostuffBackendTest extends BackendContract {

  @Override
  protected SerializationBackend backend() {
    return new ProtostuffBackend();
  }
}
