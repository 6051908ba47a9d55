package dev.entourage.benchmarks;

import org.apache.fory.Fory;
import org.apache.fory.logging.LoggerFactory;

/**
 * Fory with references and without registration; it generates code, as it does by default. It keeps
 * what the normal form keeps: which objects are one, values of time among them. Texts are left as
 * it has them by default, without references, since nobody is promised that equal ones stay two, or
 * that one stays one; {@code -Dbare.texts=true} has it keep that, too.
 */
final class BareFory implements Bare {

  static {
    LoggerFactory.disableLogging();
  }

  private final Fory fory =
      Fory.builder()
          .withXlang(false)
          .withRefTracking(true)
          .ignoreTimeRef(false)
          .ignoreStringRef(!Boolean.getBoolean("bare.texts"))
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
