package dev.entourage;

/**
 * A task threw. The cause is the task's own exception, with the worker's stack, when it could be
 * rebuilt here; type, message and stack are there as text in any case.
 *
 * @since 0.1
 */
public class RemoteTaskException extends EntourageException {

  private static final long serialVersionUID = 1L;

  /** The worker that ran the task. */
  private final String worker;

  /** The binary name of the thrown class. */
  private final String remoteType;

  /** The worker's stack trace, causes included. */
  private final String remoteStackTrace;

  /**
   * Reports a failure of a task.
   *
   * @param message what the task threw, and where
   * @param cause the task's own exception, or null when it can't be rebuilt here
   * @param worker the name of the worker that ran the task
   * @param remoteType the binary name of the thrown class
   * @param remoteStackTrace the worker's stack trace as text, causes included
   */
  public RemoteTaskException(
      String message, Throwable cause, String worker, String remoteType, String remoteStackTrace) {
    super(message, cause);
    this.worker = worker;
    this.remoteType = remoteType;
    this.remoteStackTrace = remoteStackTrace;
  }

  /**
   * Returns the worker that ran the task.
   *
   * @return its name
   */
  public String worker() {
    return worker;
  }

  /**
   * Returns what was thrown.
   *
   * @return the binary name of the class
   */
  public String remoteType() {
    return remoteType;
  }

  /**
   * Returns the worker's stack trace.
   *
   * @return it as text, causes included
   */
  public String remoteStackTrace() {
    return remoteStackTrace;
  }
}
