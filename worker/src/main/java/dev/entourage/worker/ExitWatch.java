package dev.entourage.worker;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Tells whose {@link System#exit} ends this JVM, so that the driver doesn't run that task again. A
 * signal, {@link Runtime#halt} and a lack of memory run no such call.
 */
final class ExitWatch {

  private ExitWatch() {}

  /**
   * Watches from now on.
   *
   * @param running the threads whose tasks run
   * @param tell hears of the thread with the call, just before this JVM ends
   */
  static void start(Supplier<Collection<TaskThread>> running, Consumer<TaskThread> tell) {
    Runtime.getRuntime()
        .addShutdownHook(new Thread(null, () -> end(running, tell), "entourage-exit", 0, false));
  }

  /** What users hang on the end of the JVM must not keep it. */
  private static void end(Supplier<Collection<TaskThread>> running, Consumer<TaskThread> tell) {
    Exit.haltSoon();
    culprit(running.get(), Thread.getAllStackTraces()).ifPresent(tell);
  }

  /** A call on a thread that a task has made is the only task's that runs, if there is one. */
  static Optional<TaskThread> culprit(
      Collection<TaskThread> running, Map<Thread, StackTraceElement[]> stacks) {
    for (Map.Entry<Thread, StackTraceElement[]> stack : stacks.entrySet()) {
      if (exits(stack.getValue())) {
        if (running.contains(stack.getKey())) {
          return Optional.of((TaskThread) stack.getKey());
        }
        return running.size() == 1 ? Optional.of(running.iterator().next()) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static boolean exits(StackTraceElement[] stack) {
    return Arrays.stream(stack).anyMatch(ExitWatch::isExit)
        && Arrays.stream(stack).noneMatch(ExitWatch::isOurs);
  }

  private static boolean isExit(StackTraceElement frame) {
    return frame.getClassName().equals(Runtime.class.getName())
        && frame.getMethodName().equals("exit");
  }

  private static boolean isOurs(StackTraceElement frame) {
    return frame.getClassName().equals(Exit.class.getName());
  }
}
