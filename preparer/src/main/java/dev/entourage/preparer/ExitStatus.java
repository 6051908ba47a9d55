package dev.entourage.preparer;

import java.lang.StackWalker.StackFrame;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The status with which this JVM ends. No method says it, and a hook that halts the JVM would end
 * it with another; but the thread that ends it has it on its stack, and starts the hooks itself.
 *
 * @since 0.1
 */
public final class ExitStatus {

  private ExitStatus() {}

  /**
   * Reads it from the current thread's stack.
   *
   * @return empty where this thread doesn't end the JVM, or the JVM doesn't tell
   */
  public static OptionalInt onThisThread() {
    if (!TrustedLookup.isAvailable()) {
      return OptionalInt.empty();
    }
    try {
      Class<?> type = Class.forName("java.lang.LiveStackFrame");
      Lookup lookup = TrustedLookup.in(type);
      StackWalker walker =
          (StackWalker)
              lookup
                  .findStatic(type, "getStackWalker", MethodType.methodType(StackWalker.class))
                  .invoke();
      Optional<StackFrame> end =
          walker.walk(frames -> frames.filter(ExitStatus::endsTheJvm).findFirst());
      MethodHandle locals =
          lookup.findVirtual(type, "getLocals", MethodType.methodType(Object[].class));
      return end.isPresent() ? status((Object[]) locals.invoke(end.get())) : OptionalInt.empty();
    } catch (Throwable e) {
      return OptionalInt.empty(); // Another JVM than HotSpot, or another release of it.
    }
  }

  /** An exit and a signal both come here, and both with the status as the only argument. */
  private static boolean endsTheJvm(StackFrame frame) {
    return frame.getClassName().equals("java.lang.Shutdown")
        && frame.getMethodName().equals("exit");
  }

  /** A slot prints what it holds: an int without its sign, where a slot has 64 bits. */
  private static OptionalInt status(Object[] locals) {
    return OptionalInt.of((int) Long.parseLong(locals[0].toString()));
  }
}
