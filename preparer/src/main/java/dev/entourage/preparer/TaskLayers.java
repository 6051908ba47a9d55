package dev.entourage.preparer;

import dev.entourage.preparer.Codec.Encoded;
import dev.entourage.spi.PreparationLayer;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;

/**
 * The way of a task through the layers, and the shorter one of a task whose sort is known.
 * Thread-safe.
 */
final class TaskLayers {

  private final List<PreparationLayer> layers;
  private final DriverCode code;

  /** Null where a layer of the user's may do something else each time. */
  private final KnownTasks known;

  /**
   * Makes the way.
   *
   * @param layers all of them, in order
   * @param code what is known of the driver's code
   * @param alike whether the layers say the same of all tasks in which the walk finds the same
   */
  TaskLayers(List<PreparationLayer> layers, DriverCode code, boolean alike) {
    this.layers = List.copyOf(layers);
    this.code = code;
    this.known = alike ? new KnownTasks() : null;
  }

  List<PreparationLayer> all() {
    return layers;
  }

  PreparedTask prepare(Object root) {
    return layered(root, Statics.none()).prepared();
  }

  private TaskPreparation layered(Object root, Statics statics) {
    TaskPreparation task = new TaskPreparation(root, code.roots(), statics);
    layers.forEach(layer -> layer.prepare(task));
    return task;
  }

  PreparedTask prepareShared(Object root) {
    TaskPreparation task = new TaskPreparation(root, code.roots(), Statics.none());
    layers.stream()
        .filter(layer -> !(layer instanceof StaticsLayer))
        .forEach(layer -> layer.prepare(task));
    return task.prepared();
  }

  ReadyTask ready(Object root, Statics statics, Codec codec) {
    boolean mayBeKnown = known != null && root != null && statics.isAlone();
    ReadyTask warm = mayBeKnown ? warm(root, statics, codec) : null;
    return warm != null ? warm : cold(root, statics, codec, mayBeKnown);
  }

  private ReadyTask warm(Object root, Statics statics, Codec codec) {
    KnownTask[] alike = known.of(root.getClass());
    if (alike == null) {
      return null;
    }
    HeardAgain heard = new HeardAgain(alike);
    ByteBuffer bytes = codec.encodeUnseen(root, heard);
    KnownTask task = bytes == null ? null : heard.task();
    return task == null || !task.code().holds()
        ? null
        : ready(statics, new Encoded(bytes, task.classes()), task.sealed());
  }

  private ReadyTask cold(Object root, Statics statics, Codec codec, boolean learns) {
    TaskPreparation task = layered(root, statics);
    PreparedTask prepared = task.prepared();
    HeardAll heard = new HeardAll();
    Encoded encoded = codec.encode(prepared, heard);
    Set<Class<?>> users = code.roots().of(prepared.roots(), encoded.classes());
    // First: what is redefined meanwhile is counted the next time.
    List<Redefinitions> counted = code.counted(users);
    Sealed sealed = code.sealed(users);
    if (learns && heard.isShallow() && lasts(task, heard.classes())) {
      known.learn(KnownTask.of(root, heard.classes(), encoded.classes(), sealed, counted));
    }
    return ready(prepared.statics(), encoded, sealed);
  }

  /**
   * Values of static fields may be others the next time, methods of Groovy's objects, and classes
   * that are redefined.
   */
  private boolean lasts(TaskPreparation task, Set<Class<?>> told) {
    return !task.readsStatics()
        && told.stream().noneMatch(GroovyObjects::has)
        && code.statics(task.entriesWith(told)).isEmpty()
        && code.lasts(task.usersWith(told));
  }

  ReadyTask ready(PreparedTask prepared, Codec codec) {
    Encoded encoded = codec.encode(prepared);
    return ready(prepared.statics(), encoded, sealed(prepared, encoded.classes()));
  }

  private ReadyTask ready(Statics statics, Encoded encoded, Sealed sealed) {
    return new ReadyTask(statics, encoded, code.hold(sealed), sealed.newest());
  }

  Sealed sealed(PreparedTask task, Set<Class<?>> encoded) {
    return code.sealed(code.roots().of(task.roots(), encoded));
  }
}
