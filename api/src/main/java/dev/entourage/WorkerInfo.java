package dev.entourage;

/**
 * What is known of one worker JVM.
 *
 * @param name the worker's name within its pool, as in log lines and errors
 * @param host the name of the host that owns it
 * @param pid the process id on that host
 * @param javaVersion the worker's {@code java.version}
 * @param state what it does now
 * @param tasks how many tasks it has ended
 * @param classes how many class files it was sent
 * @param bytes how many bytes it was sent: tasks, and the classes and values that it asked for
 * @param restarts how many workers have ended, for whatever reason, in whose place it is
 * @since 0.1
 */
public record WorkerInfo(
    String name,
    String host,
    long pid,
    String javaVersion,
    State state,
    long tasks,
    long classes,
    long bytes,
    int restarts) {

  /** What a worker does now. */
  public enum State {
    /** Ready for a task. */
    IDLE,
    /** All its slots are taken. */
    BUSY
  }
}
