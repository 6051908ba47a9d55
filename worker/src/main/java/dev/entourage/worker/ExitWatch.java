package dev.entourage.worker;

import dev.entourage.preparer.ExitStatus;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Tells whose {@link System#exit} ends this JVM, so that the driver doesn't run that task again. A
 * signal, {@link Runtime#halt} and a lack of memory run no such call.
 */
final class ExitWatch extends Thread {

  private final Supplier<Collection<TaskThread>> running;
  private final Consumer<TaskThread> tell;
  private Optional<Thread> caller = Optional.empty();
  private OptionalInt status = OptionalInt.empty();

  private ExitWatch(Supplier<Collection<TaskThread>> running, Consumer<TaskThread> tell) {
    super(null, null, "entourage-exit", 0, false);
    this.running = running;
    this.tell = tell;
  }

  /**
   * Watches from now on.
   *
   * @param running the threads whose tasks run
   * @param tell hears of the thread with the call, just before this JVM ends
   */
  static void begin(Supplier<Collection<TaskThread>> running, Consumer<TaskThread> tell) {
    Runtime.getRuntime().addShutdownHook(new ExitWatch(running, tell));
  }

  /** The JVM starts its hooks on the thread that ends it, which may be a virtual one. */
  @Override
  public void start() {
    if (!Exit.isOurs()) {
      caller = Optional.of(currentThread()).filter(thread -> exits());
      status = ExitStatus.onThisThread();
    }
    super.start();
  }

  /**
   * What users hang on the end of the JVM must not keep it. Where its status isn't known it has all
   * its time: a driver shall read none that nobody has asked for.
   */
  @Override
  public void run() {
    status.ifPresent(Exit::haltSoon);
    caller.flatMap(thread -> culprit(running.get(), thread)).ifPresent(tell);
  }

  /** A call on a thread that a task has made is the only task's that runs, if there is one. */
  private static Optional<TaskThread> culprit(Collection<TaskThread> running, Thread caller) {
    return running.stream().filter(task -> task == caller || running.size() == 1).findFirst();
  }

  private static boolean exits() {
    return StackWalker.getInstance().walk(frames -> frames.anyMatch(ExitWatch::isExit));
  }

  private static boolean isExit(StackWalker.StackFrame frame) {
    return frame.getClassName().equals(Runtime.class.getName())
        && frame.getMethodName().equals("exit");
  }
}
