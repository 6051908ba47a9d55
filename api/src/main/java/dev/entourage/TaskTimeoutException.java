package dev.entourage;

/**
 * A task ran longer than its limit. Its worker was interrupted, and ended where that didn't help.
 *
 * @since 0.1
 */
public class TaskTimeoutException extends EntourageException {

  private static final long serialVersionUID = 1L;

  /**
   * Says what happened and what to do.
   *
   * @param message the rule, the culprit and the fix
   */
  public TaskTimeoutException(String message) {
    super(message);
  }

  /**
   * Says what happened and what to do, with the cause.
   *
   * @param message the rule, the culprit and the fix
   * @param cause what led to it
   */
  public TaskTimeoutException(String message, Throwable cause) {
    super(message, cause);
  }
}
