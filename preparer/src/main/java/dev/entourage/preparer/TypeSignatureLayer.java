package dev.entourage.preparer;

import dev.entourage.spi.Preparation;
import dev.entourage.spi.PreparationLayer;
import java.util.Set;

/**
 * The layer that finds what the classes of a task mention in code, generics, annotations and
 * declarations: it belongs to the task, whether there are instances or none.
 */
final class TypeSignatureLayer implements PreparationLayer, Telling {

  private final DriverCode code;

  TypeSignatureLayer(DriverCode code) {
    this.code = code;
  }

  @Override
  public String id() {
    return "type-signatures";
  }

  @Override
  public String did(TaskPreparation task) {
    Set<Class<?>> users = TaskPreparation.usersOf(task);
    int more = code.closure(users).classes().size() - users.size();
    return Telling.count(more, "class more is", "classes more are")
        + " mentioned in code and declarations";
  }

  @Override
  public void prepare(Preparation task) {
    code.closure(TaskPreparation.usersOf(task));
  }
}
