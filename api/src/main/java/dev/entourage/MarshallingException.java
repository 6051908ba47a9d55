package dev.entourage;

/**
 * A value could not be encoded or decoded, such as a result that can't travel back.
 *
 * @since 0.1
 */
public class MarshallingException extends EntourageException {

  private static final long serialVersionUID = 1L;

  /**
   * Says what happened and what to do.
   *
   * @param message the rule, the culprit and the fix
   */
  public MarshallingException(String message) {
    super(message);
  }

  /**
   * Says what happened and what to do, with the cause.
   *
   * @param message the rule, the culprit and the fix
   * @param cause what led to it
   */
  public MarshallingException(String message, Throwable cause) {
    super(message, cause);
  }
}
