package dev.entourage.benchmarks;

import org.apache.fory.Fory;
import org.apache.fory.logging.LoggerFactory;

/** Fory with references and without registration; it generates code, as it does by default. */
final class BareFory implements Bare {

  static {
    LoggerFactory.disableLogging();
  }

  private final Fory fory =
      Fory.builder()
          .withXlang(false)
          .withRefTracking(true)
          .requireClassRegistration(false)
          .suppressClassRegistrationWarnings(true)
          .build();

  @Override
  public byte[] write(Object root) {
    return fory.serialize(root);
  }

  @Override
  public Object read(byte[] bytes) {
    return fory.deserialize(bytes);
  }
}
