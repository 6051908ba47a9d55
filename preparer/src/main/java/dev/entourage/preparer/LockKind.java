package dev.entourage.preparer;

import dev.entourage.spi.Form;
import dev.entourage.spi.RefusedException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/** Locks that nobody holds; they arrive free. */
final class LockKind implements FormKind {

  @Override
  public String kind() {
    return "lock";
  }

  @Override
  public boolean takes(Class<?> type) {
    return type == ReentrantLock.class
        || type == ReentrantReadWriteLock.class
        || type == StampedLock.class;
  }

  @Override
  public Form form(Object value) {
    if (isHeld(value)) {
      throw new RefusedException(
          "a lock that is held belongs to the thread that holds it; submit after releasing it",
          value);
    }
    return new Form(
        kind(),
        new String[] {value.getClass().getSimpleName(), Boolean.toString(isFair(value))},
        new Object[0]);
  }

  private static boolean isHeld(Object lock) {
    if (lock instanceof ReentrantLock one) {
      return one.isLocked();
    }
    if (lock instanceof ReentrantReadWriteLock two) {
      return two.isWriteLocked() || two.getReadLockCount() > 0;
    }
    StampedLock stamped = (StampedLock) lock;
    return stamped.isWriteLocked() || stamped.isReadLocked();
  }

  private static boolean isFair(Object lock) {
    return lock instanceof ReentrantLock one && one.isFair()
        || lock instanceof ReentrantReadWriteLock two && two.isFair();
  }

  @Override
  public boolean shelled() {
    return true;
  }

  @Override
  public Object shell(String[] head, ClassLoader loader) {
    boolean fair = Boolean.parseBoolean(Heads.text(kind(), head, 1));
    return switch (Heads.text(kind(), head, 0)) {
      case "ReentrantLock" -> new ReentrantLock(fair);
      case "ReentrantReadWriteLock" -> new ReentrantReadWriteLock(fair);
      case "StampedLock" -> new StampedLock();
      default -> throw Heads.damaged(kind());
    };
  }

  @Override
  public Object rebuild(Form form, Object shell, ClassLoader loader) {
    return shell;
  }
}
