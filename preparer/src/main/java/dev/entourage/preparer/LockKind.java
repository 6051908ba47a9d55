package dev.entourage.preparer;

import dev.entourage.MarshallingException;
import dev.entourage.spi.RefusedException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import java.util.function.Consumer;

/** Locks that nobody holds; they travel in their serial form, and arrive free. */
final class LockKind implements FormKind {

  private final SerialKind serial;

  LockKind(SerialKind serial) {
    this.serial = serial;
  }

  @Override
  public String kind() {
    return "lock";
  }

  @Override
  public boolean takes(Class<?> type) {
    return ReentrantLock.class.isAssignableFrom(type)
        || ReentrantReadWriteLock.class.isAssignableFrom(type)
        || type == StampedLock.class;
  }

  @Override
  public Form form(Object value) {
    return form(value, type -> {});
  }

  @Override
  public Form form(Object value, Consumer<Class<?>> named) {
    if (isHeld(value)) {
      throw new RefusedException(
          "a lock that is held belongs to the thread that holds it; submit after releasing it",
          value);
    }
    return serial.form(value, named);
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

  @Override
  public Object rebuild(Form form, Object shell, ClassLoader loader) {
    throw new MarshallingException("The bytes are damaged: locks travel in their serial form");
  }
}
