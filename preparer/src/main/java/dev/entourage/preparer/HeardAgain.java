package dev.entourage.preparer;

/**
 * Compares what a marshaller tells with what it told of tasks before, while it tells it: that costs
 * next to nothing, and to keep it in order to compare it would cost as much as a small task.
 */
final class HeardAgain extends Heard {

  private final KnownTask[] alike;

  /** The one of them that has all that was told so far, in this order. */
  private KnownTask task;

  private Class<?>[] told;
  private int count;

  /** What follows the class that was told again last. */
  private int again;

  /**
   * Makes one for a task.
   *
   * @param alike the known ones that it may be like, one at least
   */
  HeardAgain(KnownTask[] alike) {
    this.alike = alike;
    follow(alike[0]);
  }

  private void follow(KnownTask next) {
    if (next == null) {
      throw WalkFirst.ONE;
    }
    task = next;
    told = next.told();
  }

  @Override
  public void accept(Class<?> type) {
    if (count < told.length && told[count] == type) {
      count++;
    } else if (!isToldAgain(type)) {
      follow(KnownTask.find(alike, told, count, type));
      count++;
    }
  }

  /** Forms of one sort tell their classes each time, and in one order. */
  private boolean isToldAgain(Class<?> type) {
    if (again < count && told[again] == type) {
      again++;
      return true;
    }
    for (int i = 0; i < count; i++) {
      if (told[i] == type) {
        again = i + 1;
        return true;
      }
    }
    return false;
  }

  /** Returns the known task of which the very same was told, or null. */
  KnownTask task() {
    return count == told.length ? task : KnownTask.find(alike, told, count, null);
  }
}
