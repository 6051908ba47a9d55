package dev.entourage;

import java.util.List;

/**
 * The worker JVM of a task ended before the task did.
 *
 * @since 0.1
 */
public class WorkerLostException extends EntourageException {

  private static final long serialVersionUID = 1L;

  /** What became of each worker that the task was given to. */
  private final List<Attempt> attempts;

  /**
   * Reports the attempts of a task.
   *
   * @param message what happened, with each attempt
   * @param attempts the attempts in their order
   */
  public WorkerLostException(String message, List<Attempt> attempts) {
    super(message);
    this.attempts = List.copyOf(attempts);
  }

  /**
   * Returns what became of each worker that the task was given to.
   *
   * @return the attempts in their order
   */
  public List<Attempt> attempts() {
    return attempts;
  }

  /**
   * One worker that was lost.
   *
   * @param worker its name
   * @param pid its process id
   * @param exitCode the code it ended with; 128 + n for signal n; -1 when unknown
   * @param lastOutput the last lines it printed
   */
  public record Attempt(String worker, long pid, int exitCode, List<String> lastOutput)
      implements java.io.Serializable {

    private static final long serialVersionUID = 1L;

    /** Copies the lines. */
    public Attempt {
      lastOutput = List.copyOf(lastOutput);
    }
  }
}
