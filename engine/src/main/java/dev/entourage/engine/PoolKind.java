package dev.entourage.engine;

import dev.entourage.preparer.FormKind;
import dev.entourage.spi.Form;
import dev.entourage.spi.RefusedException;

/** Refuses tasks that captured their pool: its threads and sockets are no state. */
final class PoolKind implements FormKind {

  @Override
  public String kind() {
    return "pool";
  }

  @Override
  public boolean takes(Class<?> type) {
    return type == Pool.class;
  }

  @Override
  public Form form(Object value) {
    throw refusal(value);
  }

  @Override
  public Object rebuild(Form form, Object shell, ClassLoader loader) {
    throw refusal(form);
  }

  private static RefusedException refusal(Object culprit) {
    return new RefusedException(
        "A task can't use its own pool yet: submit from the driver instead", culprit);
  }
}
