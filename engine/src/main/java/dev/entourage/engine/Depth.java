package dev.entourage.engine;

import dev.entourage.ConfigurationException;
import java.lang.StackWalker.StackFrame;
import java.util.Optional;

/**
 * How deep workers are in workers. A task may have workers of its own, but who opens them wherever
 * a class is initialised does so in each of these again, without end.
 */
final class Depth {

  private static final String PROPERTY = "entourage.depth";

  /** More than anybody was seen to want. */
  private static final int MOST = 4;

  private Depth() {}

  /** Tells a worker how deep it is. */
  static String option() {
    return "-D" + PROPERTY + "=" + (here() + 1);
  }

  private static int here() {
    return Integer.getInteger(PROPERTY, 0);
  }

  /** Refuses to go deeper than is sensible. */
  static void check() {
    if (here() >= MOST) {
      throw new ConfigurationException(
          ("No workers are opened here: tasks of tasks have opened workers of their own, %d deep."
                  + " %s does so in each worker again; open them in main, or in a method that only"
                  + " the driver calls")
              .formatted(MOST, opener()));
    }
  }

  private static String opener() {
    Optional<String> initialised =
        StackWalker.getInstance()
            .walk(
                frames ->
                    frames
                        .filter(frame -> "<clinit>".equals(frame.getMethodName()))
                        .map(StackFrame::getClassName)
                        .findFirst());
    return initialised
        .map(type -> "The static initialiser of " + type)
        .orElse("A function that opens them for itself");
  }
}
