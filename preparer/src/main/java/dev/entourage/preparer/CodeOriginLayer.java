package dev.entourage.preparer;

import dev.entourage.spi.Preparation;
import dev.entourage.spi.PreparationLayer;
import java.util.Set;

/**
 * The layer that decides for each class of a task whether it travels, and gets its bytes, before
 * anything is encoded.
 */
final class CodeOriginLayer implements PreparationLayer, Telling {

  private final DriverCode code;

  CodeOriginLayer(DriverCode code) {
    this.code = code;
  }

  @Override
  public String id() {
    return "code-origin";
  }

  @Override
  public String did(TaskPreparation task) {
    Set<Class<?>> users = TaskPreparation.usersOf(task);
    long byValue = users.stream().filter(type -> code.origin(type).byValue()).count();
    return "of these %d by value, %d by reference, the rest is everywhere"
        .formatted(byValue, users.size() - byValue);
  }

  @Override
  public void prepare(Preparation task) {
    code.capture(TaskPreparation.usersOf(task));
  }
}
