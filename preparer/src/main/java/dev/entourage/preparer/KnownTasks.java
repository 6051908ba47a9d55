package dev.entourage.preparer;

import java.lang.ref.SoftReference;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The last few hundred kinds of tasks, by what the walk found in them. A warm task costs a walk and
 * a look here; all that the layers would say of it is known. Thread-safe.
 */
final class KnownTasks {

  private static final int SLOTS = 256;

  /** Softly, since each keeps classes from being unloaded. */
  private final AtomicReferenceArray<SoftReference<KnownTask>> slots =
      new AtomicReferenceArray<>(SLOTS);

  /** Returns what is known of the tasks in which the walk finds the same, or null. */
  KnownTask find(Findings found) {
    SoftReference<KnownTask> slot = slots.get(slot(found));
    KnownTask known = slot == null ? null : slot.get();
    return known != null && known.fits(found) ? known : null;
  }

  /** Remembers what the layers said; the last of two that share a place stays. */
  KnownTask learn(Findings found, Set<Class<?>> roots) {
    KnownTask known = new KnownTask(found, roots);
    slots.set(slot(found), new SoftReference<>(known));
    return known;
  }

  private static int slot(Findings found) {
    int hash = found.named().size();
    for (WalkPlan plan : found.plans()) {
      hash = 31 * hash + System.identityHashCode(plan);
    }
    return (hash ^ hash >>> 16) & (SLOTS - 1);
  }
}
