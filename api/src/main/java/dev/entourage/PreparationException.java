package dev.entourage;

/**
 * A task holds something that can't travel. Nothing was sent.
 *
 * @since 0.1
 */
public class PreparationException extends EntourageException {

  private static final long serialVersionUID = 1L;

  /** Where the culprit is, empty where there is no path. */
  private final String path;

  /**
   * Says what can't travel and what to do.
   *
   * @param message the rule, the culprit and the fix; it should name the path
   * @param path where the culprit is, such as {@code lambda at Foo.java:42 → this → cache}
   */
  public PreparationException(String message, String path) {
    super(message);
    this.path = path;
  }

  /**
   * Says what can't travel and what to do, with the cause.
   *
   * @param message the rule, the culprit and the fix; it should name the path
   * @param path where the culprit is
   * @param cause what led to it
   */
  public PreparationException(String message, String path, Throwable cause) {
    super(message, cause);
    this.path = path;
  }

  /**
   * Returns where the culprit is.
   *
   * @return the path from the task to the culprit, empty when the task as a whole is meant
   */
  public String path() {
    return path;
  }
}
