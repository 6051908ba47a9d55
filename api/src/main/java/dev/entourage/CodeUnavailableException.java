package dev.entourage;

/**
 * A class or shared value that a task needs could not be had from its driver.
 *
 * @since 0.1
 */
public class CodeUnavailableException extends EntourageException {

  private static final long serialVersionUID = 1L;

  /**
   * Says what happened and what to do.
   *
   * @param message the rule, the culprit and the fix
   */
  public CodeUnavailableException(String message) {
    super(message);
  }

  /**
   * Says what happened and what to do, with the cause.
   *
   * @param message the rule, the culprit and the fix
   * @param cause what led to it
   */
  public CodeUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
