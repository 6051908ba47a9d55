package dev.entourage.preparer;

import dev.entourage.spi.Preparation;
import dev.entourage.spi.PreparationLayer;

/**
 * The layer that makes the manifest by which workers define, find and share the classes of a task.
 */
final class WorkerLookupLayer implements PreparationLayer, Telling {

  private final DriverCode code;

  WorkerLookupLayer(DriverCode code) {
    this.code = code;
  }

  @Override
  public String id() {
    return "worker-lookup";
  }

  @Override
  public String did(TaskPreparation task) {
    Manifest manifest = code.manifest(TaskPreparation.usersOf(task));
    return "manifest %s of %s"
        .formatted(
            manifest.id().toString().substring(0, 12),
            Telling.count(manifest.entries().size(), "class file", "class files"));
  }

  @Override
  public void prepare(Preparation task) {
    code.manifest(TaskPreparation.usersOf(task));
  }
}
