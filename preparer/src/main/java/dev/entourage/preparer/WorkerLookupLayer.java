package dev.entourage.preparer;

import dev.entourage.spi.Preparation;
import dev.entourage.spi.PreparationLayer;

/**
 * The layer that makes the manifest by which workers define, find and share the classes of a task.
 */
final class WorkerLookupLayer implements PreparationLayer {

  private final DriverCode code;

  WorkerLookupLayer(DriverCode code) {
    this.code = code;
  }

  @Override
  public String id() {
    return "worker-lookup";
  }

  @Override
  public void prepare(Preparation task) {
    code.manifest(TaskPreparation.usersOf(task));
  }
}
