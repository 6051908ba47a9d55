package dev.entourage.preparer;

import dev.entourage.spi.Preparation;
import dev.entourage.spi.PreparationLayer;

/**
 * The layer that decides for each class of a task whether it travels, and gets its bytes, before
 * anything is encoded.
 */
final class CodeOriginLayer implements PreparationLayer {

  private final DriverCode code;

  CodeOriginLayer(DriverCode code) {
    this.code = code;
  }

  @Override
  public String id() {
    return "code-origin";
  }

  @Override
  public void prepare(Preparation task) {
    code.capture(TaskPreparation.usersOf(task));
  }
}
