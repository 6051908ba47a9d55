package dev.entourage.engine;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Whether the current thread may read what workers say, instead of waiting for who does. */
final class MayRead {

  /** Levels of {@link #descend} that take more stack than it takes to move a lease. */
  private static final int LEVELS = 250;

  /** Null before Java 21. */
  private static final MethodHandle IS_VIRTUAL = isVirtual();

  private MayRead() {}

  /** A virtual thread that waits in a selector keeps its carrier from others. */
  static boolean here() {
    return !isVirtual(Thread.currentThread()) && hasStack();
  }

  /**
   * Whoever reads moves leases, and an error in the middle of that would lose one. User code may
   * wait at the end of its stack.
   */
  static boolean hasStack() {
    try {
      return descend(LEVELS, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12) != 0;
    } catch (StackOverflowError e) {
      return false;
    }
  }

  /** Takes at least 200 bytes of stack a level, interpreted or compiled. */
  private static long descend(
      int levels,
      long a,
      long b,
      long c,
      long d,
      long e,
      long f,
      long g,
      long h,
      long i,
      long j,
      long k,
      long l) {
    return levels == 0
        ? a + b + c + d + e + f + g + h + i + j + k + l
        : descend(levels - 1, l, a, b, c, d, e, f, g, h, i, j, k) + levels;
  }

  private static boolean isVirtual(Thread thread) {
    try {
      return IS_VIRTUAL != null && (boolean) IS_VIRTUAL.invokeExact(thread);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static MethodHandle isVirtual() {
    try {
      MethodType type = MethodType.methodType(boolean.class);
      return MethodHandles.lookup().findVirtual(Thread.class, "isVirtual", type);
    } catch (NoSuchMethodException e) {
      return null;
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
