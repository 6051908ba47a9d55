package dev.entourage;

/**
 * The root of all errors of Entourage. Its message says what happened, to which class or object,
 * and what to do.
 *
 * @since 0.1
 */
public class EntourageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Says what happened and what to do.
   *
   * @param message the rule, the culprit and the fix
   */
  public EntourageException(String message) {
    super(message);
  }

  /**
   * Says what happened and what to do, with the cause.
   *
   * @param message the rule, the culprit and the fix
   * @param cause what led to it
   */
  public EntourageException(String message, Throwable cause) {
    super(message, cause);
  }
}
