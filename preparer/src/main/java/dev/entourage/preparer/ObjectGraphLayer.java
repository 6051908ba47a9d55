package dev.entourage.preparer;

import dev.entourage.spi.Preparation;
import dev.entourage.spi.PreparationLayer;

/** The third layer: everything that a task refers to, and whether it can travel. */
final class ObjectGraphLayer implements PreparationLayer, Telling {

  private final Forms forms;

  ObjectGraphLayer(Forms forms) {
    this.forms = forms;
  }

  @Override
  public String id() {
    return "object-graph";
  }

  @Override
  public String did(TaskPreparation task) {
    return Telling.count(task.classes().size(), "class", "classes") + " met in objects";
  }

  @Override
  public void prepare(Preparation task) {
    Findings found = GraphWalk.explained(forms, task.root());
    found.forEach(task::include);
    if (task instanceof DepthListener listener) {
      listener.deepest(found.depth());
    }
  }
}
