package dev.entourage.preparer;

import java.util.AbstractSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The classes of one prepared task, which is of a known kind; hears what its encoding tells. For
 * one thread.
 */
final class KnownClasses extends AbstractSet<Class<?>> implements Consumer<Class<?>> {

  private final KnownTask task;
  private final KnownTask.Written written;
  private final Set<Class<?>> heard;
  private boolean surprised;

  KnownClasses(KnownTask task) {
    this.task = task;
    this.written = task.written();
    this.heard = written == null ? new HashSet<>() : written.heard();
  }

  /** Whether the encoding of such tasks has told its classes before. */
  boolean isWritten() {
    return written != null;
  }

  /** Hears a class while the task is encoded. */
  @Override
  public void accept(Class<?> type) {
    if (written == null) {
      heard.add(type);
    } else if (!heard.contains(type)) {
      surprised = true;
    }
  }

  /** Whether the encoding told a class that it had not told before. */
  boolean isSurprised() {
    return surprised;
  }

  /** Returns the classes of such a task once it is encoded. */
  Set<Class<?>> encoded() {
    return written.classes();
  }

  /** Returns the manifest, where these are the classes that follow from what was known; or null. */
  Sealed sealedOf(Set<Class<?>> encoded) {
    return written != null && written.classes() == encoded ? written.sealed() : null;
  }

  /** Keeps what followed for the next such task. */
  void learn(Set<Class<?>> encoded, Sealed sealed) {
    if (written == null) {
      task.learn(new KnownTask.Written(Set.copyOf(heard), Set.copyOf(encoded), sealed));
    }
  }

  @Override
  public Iterator<Class<?>> iterator() {
    return task.roots().iterator();
  }

  @Override
  public int size() {
    return task.roots().size();
  }

  @Override
  public boolean contains(Object type) {
    return task.roots().contains(type);
  }
}
