package dev.entourage.preparer;

import dev.entourage.spi.Preparation;
import dev.entourage.spi.PreparationLayer;

/**
 * The layer that finds what the classes of a task mention in code, generics, annotations and
 * declarations: it belongs to the task, whether there are instances or none.
 */
final class TypeSignatureLayer implements PreparationLayer {

  private final DriverCode code;

  TypeSignatureLayer(DriverCode code) {
    this.code = code;
  }

  @Override
  public String id() {
    return "type-signatures";
  }

  @Override
  public void prepare(Preparation task) {
    code.closure(TaskPreparation.usersOf(task));
  }
}
