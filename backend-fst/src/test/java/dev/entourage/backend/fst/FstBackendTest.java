package dev.entourage.backend.fst;

import dev.entourage.backend.testkit.BackendContract;
import dev.entourage.spi.SerializationBackend;

class FstBackendTest extends BackendContract {

  @Override
  protected SerializationBackend backend() {
    return new FstBackend();
  }
}
