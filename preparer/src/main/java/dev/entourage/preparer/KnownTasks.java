package dev.entourage.preparer;

import java.lang.ref.SoftReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Stream;

/**
 * What is known of the tasks that came last, by their own class: a lambda's stands for a place in
 * the program. Such a task is encoded at once, without a walk before. Thread-safe.
 */
final class KnownTasks {

  private static final int SLOTS = 256;

  /** Of so many sorts of tasks with one class something is known. */
  private static final int SORTS = 16;

  /** Softly, since each keeps classes from being unloaded. All of a slot are of one class. */
  private final AtomicReferenceArray<SoftReference<KnownTask[]>> slots =
      new AtomicReferenceArray<>(SLOTS);

  /** Returns what is known of tasks of a class, the last first; null where nothing is. */
  KnownTask[] of(Class<?> root) {
    SoftReference<KnownTask[]> slot = slots.get(slot(root));
    KnownTask[] known = slot == null ? null : slot.get();
    return known != null && known[0].root() == root ? known : null;
  }

  /** Remembers one; of two classes that share a place the last stays. */
  void learn(KnownTask task) {
    KnownTask[] before = of(task.root());
    Stream<KnownTask> others = before == null ? Stream.of() : Stream.of(before);
    KnownTask[] all = Stream.concat(Stream.of(task), others).limit(SORTS).toArray(KnownTask[]::new);
    slots.set(slot(task.root()), new SoftReference<>(all));
  }

  private static int slot(Class<?> root) {
    int hash = System.identityHashCode(root);
    return (hash ^ hash >>> 16) & (SLOTS - 1);
  }
}
